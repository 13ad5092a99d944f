import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { maxDocumentBytes, maxFieldLength, maxUpdateParts } from '#shared/documents.ts';
import { FieldsDoc } from './FieldsDoc.ts';

const fields = ['purpose', 'agenda'];

/** A page that writes in a document, and what each of its changes would send. */
function aPage(before?: FieldsDoc) {
  const doc = new Y.Doc();
  if (before) Y.applyUpdate(doc, before.state());
  const sent: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => sent.push(update));
  const did = (change: (doc: Y.Doc) => void): Uint8Array => {
    doc.transact(() => change(doc));
    return sent.at(-1)!;
  };
  return {
    doc,
    did,
    writes: (text: string, at = 0, field = 'purpose') => did(() => doc.getText(field).insert(at, text)),
    deletes: (at: number, length: number) => did(() => doc.getText('purpose').delete(at, length)),
  };
}

function textOf(document: FieldsDoc, field = 'purpose'): string {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, document.state());
  return doc.getText(field).toString();
}

const discarded = { did: 'refuse', refusal: 'discarded' };

/** The document takes none of it, and is as it was. */
function refuses(document: FieldsDoc, update: Uint8Array): void {
  const before = document.state();
  expect(document.take(update, 'eve')).toEqual(discarded);
  expect(document.isWhole).toBe(true);
  expect(document.state()).toEqual(before);
}

test('[TEXT7] what leans on a withheld update is discarded, and nothing of it waits', () => {
  const document = new FieldsDoc(fields, []);
  const page = aPage();
  const withheld = page.writes('x'.repeat(1000));
  refuses(document, page.writes('y', 1000));
  refuses(document, page.writes('z', 0));
  refuses(document, page.deletes(5, 1));
  const other = aPage();
  Y.applyUpdate(other.doc, withheld);
  refuses(document, other.writes('between', 500));

  expect(document.take(withheld, 'anna').did).toBe('change');
  expect(document.take(other.writes('!', 0), 'bo')).toEqual(discarded);
  expect(textOf(document)).toBe('x'.repeat(1000));
});

test.each<[string, (doc: Y.Doc) => void]>([
  ['a text of another name', (doc) => doc.getText('notes').insert(0, 'x')],
  ['a map under the name of a field', (doc) => doc.getMap('purpose').set('a', 'x')],
  ['an array under the name of a field', (doc) => doc.getArray('purpose').push(['x'])],
  ['XML under the name of a field', (doc) => doc.getXmlFragment('purpose').push([new Y.XmlText('x')])],
  ['a picture in a text', (doc) => doc.getText('purpose').insertEmbed(0, { image: 'x' })],
  ['bold text', (doc) => doc.getText('purpose').insert(0, 'x', { bold: true })],
  ['a document in a document', (doc) => doc.getMap('purpose').set('doc', new Y.Doc())],
  ['a type inside a type', (doc) => doc.getMap('purpose').set('text', new Y.Text('x'))],
])('[TEXT7] %s is no part of a Worksheet', (_what, change) => {
  const document = new FieldsDoc(fields, []);
  refuses(document, aPage().did(change));
});

test('[TEXT7] bytes that are no update change nothing', () => {
  const document = new FieldsDoc(fields, []);
  const update = aPage().writes('whole');
  for (let length = 0; length < update.length; length++) refuses(document, update.subarray(0, length));
  for (let at = 0; at < update.length; at++) {
    const bent = Uint8Array.from(update);
    bent[at] = 255;
    const bentDocument = new FieldsDoc(fields, []);
    bentDocument.take(bent, 'eve');
    expect(bentDocument.isWhole).toBe(true);
  }
  expect(document.take(update, 'anna').did).toBe('change');
});

test('[TEXT7] an update holds what one page wrote', () => {
  const document = new FieldsDoc(fields, []);
  refuses(document, Y.mergeUpdates([aPage().writes('a'), aPage().writes('b')]));
  const gap = aPage();
  const first = gap.writes('1');
  gap.writes('2', 1);
  refuses(document, Y.mergeUpdates([first, gap.writes('3', 2)]));
});

test('[TEXT7] only what was new of an update is stored and told', () => {
  const document = new FieldsDoc(fields, []);
  const page = aPage();
  const first = page.writes('one ');
  const both = Y.mergeUpdates([first, page.writes('two', 4)]);
  document.take(first, 'anna');
  const taken = document.take(both, 'anna');
  expect(taken.did === 'change' && taken.update.length).toBeLessThan(both.length);
  expect(document.take(both, 'anna')).toEqual({ did: 'nothing' });
  expect(textOf(document)).toBe('one two');
});

test('[TEXT8] a field holds 5,000 characters and no more, also when two fill it at once', () => {
  const document = new FieldsDoc(fields, []);
  const [anna, bo] = [aPage(), aPage()];
  const most = '字'.repeat(maxFieldLength - 1);
  expect(document.take(anna.writes(most), 'anna').did).toBe('change');
  expect(document.take(bo.writes('ab'), 'bo')).toEqual({ did: 'refuse', refusal: 'fieldFull' });
  const late = aPage(document);
  expect(document.take(late.writes('b'), 'bo').did).toBe('change');
  expect(document.take(late.writes('c'), 'bo')).toEqual({ did: 'refuse', refusal: 'fieldFull' });
  const exchange = aPage(document);
  const swapped = exchange.did(() => {
    exchange.doc.getText('purpose').delete(0, 100);
    exchange.doc.getText('purpose').insert(0, 'x'.repeat(100));
  });
  expect(document.take(swapped, 'dan').did).toBe('change');
  expect(textOf(document)).toHaveLength(maxFieldLength);
});

test('[TEXT8] a document holds 256 kB, and whoever makes room in it may', () => {
  const many = Array.from({ length: 60 }, (_, index) => `field${index}`);
  const document = new FieldsDoc(many, []);
  const page = aPage();
  const text = '字'.repeat(maxFieldLength);
  const answers = many.map((field) => document.take(page.writes(text, 0, field), 'anna'));
  const full = answers.findIndex(({ did }) => did === 'refuse');
  expect(answers[full]).toEqual({ did: 'refuse', refusal: 'full' });
  expect(full).toBe(Math.floor(maxDocumentBytes / (maxFieldLength * 3)));
  expect(document.state().length).toBeLessThanOrEqual(maxDocumentBytes);

  const tidy = aPage(document);
  const emptied = tidy.did(() => tidy.doc.getText('field0').delete(0, maxFieldLength));
  expect(document.take(emptied, 'bo').did).toBe('change');
  expect(document.take(tidy.writes(text, 0, 'field1').slice(), 'bo')).toMatchObject({ did: 'refuse' });
  expect(document.take(aPage(document).writes(text, 0, 'field0'), 'bo').did).toBe('change');
});

test('[TEXT8] an update of very many parts is discarded', () => {
  const document = new FieldsDoc(fields, []);
  const page = aPage();
  const update = page.did(() => {
    for (let part = 0; part <= maxUpdateParts; part++) page.doc.getText('purpose').insert(0, 'x');
  });
  refuses(document, update);
});

test('[TEXT9] nobody writes as the page of somebody else, also after a restart', () => {
  const page = aPage();
  const [first, second] = [page.writes('mine'), page.writes(' too', 4)];
  const document = new FieldsDoc(fields, []);
  const taken = document.take(first, 'anna');
  refuses(document, second);
  const again = new FieldsDoc(fields, [
    { author: 'anna', update: taken.did === 'change' ? taken.update : first },
  ]);
  refuses(again, second);
  expect(again.take(second, 'anna').did).toBe('change');
});

test('stored updates that lack an earlier one are no document', () => {
  const page = aPage();
  page.writes('a');
  expect(() => new FieldsDoc(fields, [{ author: null, update: page.writes('b', 1) }])).toThrow(/lack/);
});

test('[TEXT1] what two type at once in one field, both stays, in whatever order it comes', () => {
  const document = new FieldsDoc(fields, []);
  const [anna, bo] = [aPage(), aPage()];
  const [a, b] = [anna.writes('red'), bo.writes('blue')];
  expect(document.take(a, 'anna').did).toBe('change');
  expect(document.take(b, 'bo').did).toBe('change');
  const other = new FieldsDoc(fields, []);
  other.take(b, 'bo');
  other.take(a, 'anna');
  expect(['redblue', 'bluered']).toContain(textOf(document));
  expect(textOf(other)).toBe(textOf(document));
});
