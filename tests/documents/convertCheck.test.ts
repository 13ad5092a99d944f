import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkDeckFile } from '../../server/src/jobs/checkDeckFile.ts';
import { type DeckLimits, defaultDeckLimits } from '../../server/src/jobs/deckLimits.ts';
import { ConversionSite } from '../fixtures/decks/ConversionSite.ts';
import { compoundFile } from '../fixtures/decks/compoundFile.ts';
import { blankPdf } from '../fixtures/decks/pdf.ts';
import { numberedPptx } from '../fixtures/decks/presentation.ts';
import { editZip, readZip, writeZip } from '../fixtures/decks/zip.ts';

let site: ConversionSite;
beforeEach(async () => {
  site = await ConversionSite.open();
});
afterEach(() => site.close({ pictures: 'none' }));

async function check(bytes: Buffer | string, limits: Partial<DeckLimits> = {}, name = 'upload.pptx') {
  const checked = await checkDeckFile(await site.upload(bytes, name), { ...defaultDeckLimits, ...limits });
  return checked.ok ? checked.kind : checked.problem;
}

describe('a Deck is known by its content', () => {
  test('a PPTX and a PDF, whatever they are called', async () => {
    expect(await check(await numberedPptx(1), {}, 'photo.jpg')).toBe('pptx');
    expect(await check(blankPdf(1), {}, 'deck.pptx')).toBe('pdf');
  });

  test('a PPTX whose first part is not its list of content types', async () => {
    const parts = await readZip(await numberedPptx(1));
    expect(await check(writeZip(parts.toReversed()))).toBe('pptx');
  });

  test('a show, a template, and one with macros', async () => {
    const main = 'openxmlformats-officedocument.presentationml.presentation.main+xml';
    for (const other of [
      'openxmlformats-officedocument.presentationml.slideshow.main+xml',
      'openxmlformats-officedocument.presentationml.template.main+xml',
      'ms-powerpoint.presentation.macroEnabled.main+xml',
    ]) {
      const deck = await editZip(await numberedPptx(1), {
        '[Content_Types].xml': (text) => text.replace(main, other),
      });
      expect(await check(deck), other).toBe('pptx');
    }
  });
});

describe('what is no Deck is refused before anything is unpacked', () => {
  test('text, a page of the Web, noise, another zip, a document, an old presentation', async () => {
    expect(await check('a list of things to do')).toBe('notADeck');
    expect(await check('<!doctype html><title>PowerPoint</title>')).toBe('notADeck');
    expect(await check(randomBytes(5000))).toBe('notADeck');
    const zip = writeZip([{ name: 'ppt/presentation.xml', bytes: Buffer.from('<p/>') }]);
    expect(await check(zip)).toBe('notADeck');
    const document = await editZip(await numberedPptx(1), {
      '[Content_Types].xml': (text) => text.replaceAll('presentationml', 'wordprocessingml'),
    });
    expect(await check(document)).toBe('notADeck');
    expect(await check(compoundFile(['PowerPoint Document', 'Current User']))).toBe('notADeck');
  });

  test('an empty file', async () => {
    expect(await check('')).toBe('empty');
  });

  test('one over the limit of bytes', async () => {
    const pdf = blankPdf(1);
    expect(await check(pdf, { fileBytes: pdf.length })).toBe('pdf');
    expect(await check(pdf, { fileBytes: pdf.length - 1 })).toBe('tooBig');
  });

  test('one with a password: as Office encrypts, and as zips are encrypted', async () => {
    expect(await check(compoundFile(['EncryptionInfo', 'EncryptedPackage']))).toBe('encrypted');
    const [first, ...others] = await readZip(await numberedPptx(1));
    expect(await check(writeZip([first!, ...others.map((part) => ({ ...part, encrypted: true }))]))).toBe(
      'encrypted',
    );
  });

  test('one that was cut off on its way', async () => {
    const deck = await numberedPptx(1);
    expect(await check(deck.subarray(0, deck.length - 100))).toBe('damaged');
  });

  test('one that holds a part twice', async () => {
    const parts = await readZip(await numberedPptx(1));
    expect(await check(writeZip([...parts, parts.at(-1)!]))).toBe('damaged');
  });

  test('a zip bomb: too many bytes, too many parts, or packed tighter than any presentation', async () => {
    const parts = await readZip(await numberedPptx(1));
    const huge = { name: 'ppt/media/huge.bmp', bytes: Buffer.from('BM'), claimedSize: 999_000_000 };
    expect(await check(writeZip([...parts, huge, { ...huge, name: 'ppt/media/2.bmp' }]))).toBe('zipBomb');
    expect(await check(writeZip([...parts, huge]))).toBe('zipBomb');
    // The same claim in a file that is large itself is believed, for now.
    expect(await check(writeZip([...parts, huge]), { unpackedRatio: 1_000_000 })).toBe('pptx');
    expect(await check(writeZip(parts), { zipEntries: parts.length })).toBe('pptx');
    expect(await check(writeZip(parts), { zipEntries: parts.length - 1 })).toBe('zipBomb');
  });
});
