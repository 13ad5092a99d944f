import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterprises, School } from '../sockets/School.ts';
import { WorksheetPage } from './WorksheetPage.ts';
import { groupsAtWork } from './worksheetClass.ts';

const [pine, oak] = enterprises;
let school: School;
beforeAll(async () => {
  school = await School.open();
});
afterAll(async () => {
  await school?.close();
});

/** Anna and Bo of one Enterprise, Eva of another, and a trainer. */
async function aClass() {
  const { trainer, members, docOf } = await groupsAtWork(await school.newClass(), {
    anna: pine,
    bo: pine,
    eva: oak,
  });
  const { anna, bo, eva } = members as Record<'anna' | 'bo' | 'eva', (typeof members)[string]>;
  return { trainer, anna, bo, eva, doc: docOf(pine), other: docOf(oak) };
}
const no = (refusal: string) => ({ ok: false, refusal });
const saved = { ok: true };

test('[TEXT1] two who type at once, in one field or in two, both have what both wrote', async () => {
  const { anna, bo, doc } = await aClass();
  const [a, b] = [await WorksheetPage.open(anna, doc), await WorksheetPage.open(bo, doc)];
  const answers = await Promise.all([
    a.write('早上'),
    b.write('9:30 '),
    a.write('safety', 0, 'agenda'),
    b.write('quality', 0, 'agenda'),
  ]);
  expect(answers.every(({ ok }) => ok)).toBe(true);
  for (const page of [a, b])
    await page.until(() => page.text().length === 7 && page.text('agenda').length === 13, 'both texts');
  expect(a.text()).toBe(b.text());
  expect(a.text('agenda')).toBe(b.text('agenda'));
  expect(['早上9:30 ', '9:30 早上']).toContain(a.text());
  const late = await WorksheetPage.open(bo, doc);
  expect(late.text()).toBe(a.text());
  expect(late.savedAt).toBeGreaterThan(Date.now() - 60_000);
});

test('[TEXT3] what was typed is there after a restart of the server, and goes on from there', async () => {
  const { anna, bo, doc } = await aClass();
  const a = await WorksheetPage.open(anna, doc);
  expect(await a.write('目的：找工具')).toMatchObject(saved);
  expect(await a.write(' 30分钟')).toMatchObject(saved);
  await school.restart();
  await anna.until(() => anna.socket.connected, 'the new server');
  const back = await WorksheetPage.open(bo, doc);
  expect(back.text()).toBe('目的：找工具 30分钟');
  expect(await a.open()).toMatchObject(saved);
  expect(await a.write('!')).toMatchObject(saved);
  await back.until(() => back.text().endsWith('!'), 'what was typed after the restart');
});

test('[TEXT4] a group’s text is read and written by the group and by staff, and by nobody else', async () => {
  const { trainer, anna, eva, doc, other } = await aClass();
  const a = await WorksheetPage.open(anna, doc);
  await a.write('ours');
  const spy = new WorksheetPage(eva, doc);
  expect(await spy.open()).toEqual(no('notAllowed'));
  expect(await spy.write('theirs')).toEqual(no('notAllowed'));
  expect(await new WorksheetPage(anna, other).open()).toEqual(no('notAllowed'));
  expect(await new WorksheetPage(anna, 'no-such-doc').open()).toEqual(no('notAllowed'));
  const t = await WorksheetPage.open(trainer, doc);
  expect(await t.write('!')).toMatchObject(saved);
  await a.until(() => a.text() === 'ours!', 'what the trainer wrote');
  expect(a.mayWrite && t.mayWrite).toBe(true);
  expect(spy.notices).toEqual([]);

  const observer = await (await school.newClass()).enter('observer');
  expect(await new WorksheetPage(observer, doc).open()).toEqual(no('notAllowed'));
});

test('[TEXT5] who loses the right to write is told, and refused what comes after', async () => {
  const { trainer, anna, bo, doc } = await aClass();
  const [a, b] = [await WorksheetPage.open(anna, doc), await WorksheetPage.open(bo, doc)];
  await a.write('before');
  await trainer.must({ feature: 'worksheets', type: 'lock', docId: doc });
  await a.until(() => a.heard('rights'), 'the lock');
  expect(a.notices.at(-1)).toEqual({ type: 'rights', docId: doc, mayWrite: false });
  const late = a.change((copy) => copy.getText('purpose').insert(6, ' and after'));
  expect(await a.send(late)).toEqual(no('readOnly'));
  expect((await WorksheetPage.open(trainer, doc)).text()).toBe('before');

  await trainer.must({ feature: 'worksheets', type: 'unlock', docId: doc });
  await b.until(() => b.notices.filter(({ type }) => type === 'rights').length === 2, 'the key');
  expect(await a.send(late), 'the same words again').toMatchObject(saved);
  await b.until(() => b.text() === 'before and after', 'the words');
});

test('[TEXT5] a member who is moved writes with the new group only, and with the last one after the round', async () => {
  const { trainer, anna, bo, doc, other } = await aClass();
  const [a, b] = [await WorksheetPage.open(anna, doc), await WorksheetPage.open(bo, doc)];
  const group = trainer.view?.breakouts.round?.groups?.find(({ name }) => name === oak);
  await trainer.must({
    feature: 'breakouts',
    type: 'move',
    participantId: bo.id,
    groupId: group?.id ?? null,
  });
  await b.until(() => b.heard('closed'), 'the end of the right');
  expect(await b.write('still here')).toEqual(no('notAllowed'));
  await a.write('without Bo');
  const moved = await WorksheetPage.open(bo, other);
  expect(await moved.write('with Eva')).toMatchObject(saved);
  await trainer.must({ feature: 'breakouts', type: 'close' });
  await bo.until(() => bo.view?.people.me.space === 'plenary', 'the plenary');
  expect(await moved.write(', from the plenary')).toMatchObject(saved);
  expect(b.text(), 'nothing more was told').not.toContain('without Bo');
});

test('[TEXT6] the class reads along on the stage, writes nothing, and reads no more when it is taken off', async () => {
  const { trainer, anna, eva, doc } = await aClass();
  const a = await WorksheetPage.open(anna, doc);
  await trainer.must({ feature: 'worksheets', type: 'showOnStage', docId: doc });
  await eva.until(() => eva.view?.worksheets.stage?.docId === doc, 'the stage');
  const reader = await WorksheetPage.open(eva, doc);
  expect(reader.mayWrite).toBe(false);
  await a.write('live');
  await reader.until(() => reader.text() === 'live', 'what is typed');
  expect(await reader.send(reader.change((copy) => copy.getText('agenda').insert(0, 'x')))).toEqual(
    no('readOnly'),
  );
  await trainer.must({ feature: 'worksheets', type: 'showOnStage', docId: null });
  await reader.until(() => reader.heard('closed'), 'the end');
  await a.write(' and on');
  expect(await reader.open()).toEqual(no('notAllowed'));
  expect(reader.text()).toBe('live');
  expect(a.heard('closed')).toBe(false);
});

test('[TEXT7] what leans on a withheld update is refused and told to nobody', async () => {
  const { anna, bo, doc } = await aClass();
  const [a, b] = [await WorksheetPage.open(anna, doc), await WorksheetPage.open(bo, doc)];
  const withheld = a.change((copy) => copy.getText('purpose').insert(0, 'x'.repeat(4000)));
  expect(await a.write('y')).toEqual(no('discarded'));
  expect(await a.send(a.change((copy) => copy.getMap('secret').set('a', 1)))).toEqual(no('discarded'));
  expect(await a.ask({ type: 'update', docId: doc, update: 'no base64!' })).toEqual(no('badRequest'));
  expect(await a.ask({ type: 'open', docId: doc, stateVector: '/////w==' })).toEqual(no('badRequest'));
  const anew = await WorksheetPage.open(anna, doc);
  expect(await anew.write('fine')).toMatchObject(saved);
  await b.until(() => b.text() === 'fine', 'what was right');
  expect(await a.send(withheld), 'whose turn it was').toMatchObject(saved);
});

test('[TEXT16] who may write sees who writes where; the class on the stage does not', async () => {
  const { trainer, anna, bo, eva, doc } = await aClass();
  const [a, b] = [await WorksheetPage.open(anna, doc), await WorksheetPage.open(bo, doc)];
  await trainer.must({ feature: 'worksheets', type: 'showOnStage', docId: doc });
  const reader = await WorksheetPage.open(eva, doc);
  await a.goTo('agenda');
  await b.until(() => b.writing.join() === 'anna: agenda', 'Anna’s name');
  expect((await WorksheetPage.open(trainer, doc)).writing).toEqual(['anna: agenda']);
  await reader.goTo('agenda');
  await a.goTo('no-such-field');
  await b.goTo('purpose');
  await a.until(() => a.writing.join() === 'anna: agenda,bo: purpose', 'both names');
  anna.close();
  await b.until(() => b.writing.join() === 'bo: purpose', 'Anna’s leaving');
  expect(reader.heard('awareness')).toBe(false);
});

test('[TEXT17] an update that is sent again counts once', async () => {
  const { anna, bo, doc } = await aClass();
  const [a, b] = [await WorksheetPage.open(anna, doc), await WorksheetPage.open(bo, doc)];
  const update = a.change((copy) => copy.getText('purpose').insert(0, 'once'));
  expect(await a.send(update)).toMatchObject(saved);
  expect(await a.send(update)).toMatchObject(saved);
  expect(await a.write('!')).toMatchObject(saved);
  await b.until(() => b.text() === 'once!', 'the last update');
  expect(b.notices.filter(({ type }) => type === 'update')).toHaveLength(2);
});

test('a Seat hears nothing of what it has closed', async () => {
  const { anna, bo, doc } = await aClass();
  const [a, b] = [await WorksheetPage.open(anna, doc), await WorksheetPage.open(bo, doc)];
  expect(await b.ask({ type: 'close', docId: doc })).toEqual({ ok: true, value: null });
  await a.write('unheard');
  expect(await b.write('x')).toEqual(no('notOpen'));
  expect(b.heard('update')).toBe(false);
});
