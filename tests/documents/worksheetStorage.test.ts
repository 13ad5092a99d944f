import { expect, test, vi } from 'vitest';
import { useRoomBed } from '../room/useRoomBed.ts';
import { DocumentBed } from './DocumentBed.ts';

const suite = useRoomBed();
const saved = { ok: true };
const notNow = { ok: false, refusal: 'notNow' };

test('[TEXT2] nobody is told of what is not on disk yet: not the author, not the group, not who comes in', async () => {
  const class1 = await DocumentBed.begin(suite.bed);
  const { docId, updates } = class1;
  const [anna, bo] = [await class1.opened('anna'), await class1.opened('bo')];
  const release = updates.hold();
  const said: string[] = [];
  const answered = anna.write(docId, 'first').then(() => said.push('saved'));
  const second = anna.write(docId, ' second').then(() => said.push('saved'));
  const late = class1.page('bo');
  const entered = late.open(docId).then(() => said.push('opened'));
  await class1.quiet();
  expect(said).toEqual([]);
  expect(bo.notices).toEqual([]);
  release();
  await Promise.all([answered, second, entered]);
  expect(said).toEqual(['saved', 'saved', 'opened']);
  expect(bo.text).toBe('first second');
  expect(late.text).toBe('first second');
});

test('[TEXT2] what comes while a write is under way goes down in the next one', async () => {
  const class1 = await DocumentBed.begin(suite.bed);
  const { docId, updates } = class1;
  const [anna, bo] = [await class1.opened('anna'), await class1.opened('bo')];
  const release = updates.hold();
  const first = anna.write(docId, '1');
  await class1.quiet();
  const rest = [anna.write(docId, '2'), bo.write(docId, '3'), anna.write(docId, '4')];
  await class1.quiet();
  release();
  await Promise.all([first, ...rest]);
  expect(updates.appends.map((rows) => rows.length)).toEqual([1, 3]);
  expect((await class1.rows()).map(({ seq, author }) => [seq, author])).toEqual([
    [1, 'anna'],
    [2, 'anna'],
    [3, 'bo'],
    [4, 'anna'],
  ]);
});

test('[TEXT3] memory lets a document go some minutes after the last one left, and has it again from disk', async () => {
  const class1 = await DocumentBed.begin(suite.bed);
  const { docId, updates } = class1;
  const anna = await class1.opened('anna');
  for (const text of ['it ', 'stays']) await anna.write(docId, text);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    class1.documents.seatClosed(anna.seatId);
    vi.advanceTimersByTime(4 * 60_000);
    expect((await class1.opened('bo')).text).toBe('it stays');
    expect(updates.reads, 'still in memory').toBe(1);
    vi.advanceTimersByTime(60 * 60_000);
    const bo = await class1.opened('bo');
    expect(updates.reads, 'in use').toBe(1);
    for (const seat of class1.seats) class1.documents.seatClosed(seat.seatId);
    vi.advanceTimersByTime(5 * 60_000);
    await class1.quiet();
    expect((await class1.opened('anna')).text).toBe('it stays');
    expect(updates.reads).toBe(2);
    expect(bo.text).toBe('it stays');
  } finally {
    vi.useRealTimers();
  }
  expect(await class1.opened('bo').then((bo) => bo.write(docId, '!'))).toMatchObject(saved);
});

test('[TEXT10] more than 200 updates are merged into one, and nothing is lost', async () => {
  const class1 = await DocumentBed.begin(suite.bed);
  const { docId, updates } = class1;
  const anna = await class1.opened('anna');
  for (let n = 0; n < 205; n++) await anna.write(docId, `${n},`);
  await vi.waitUntil(() => updates.merges === 1, 20_000);
  const rows = await class1.rows();
  expect(rows.map(({ seq, author }) => [seq, author])).toEqual([
    [201, null],
    [202, 'anna'],
    [203, 'anna'],
    [204, 'anna'],
    [205, 'anna'],
  ]);
  await class1.documents.close();
  expect(await class1.rows()).toHaveLength(1);
  const again = await DocumentBed.begin(suite.bed);
  const bo = await again.opened('bo');
  expect(bo.text).toBe(anna.text);
  expect(await bo.write(docId, 'end')).toMatchObject(saved);
  expect((await again.rows()).map(({ seq }) => seq)).toEqual([205, 206]);
});

test.each([false, true])(
  '[TEXT11] after a failed write all read from disk again, and what was not acknowledged can be sent again (written: %s)',
  async (written) => {
    const class1 = await DocumentBed.begin(suite.bed);
    const { docId, updates } = class1;
    const [anna, bo] = [await class1.opened('anna'), await class1.opened('bo')];
    await bo.write(docId, 'safe ');
    updates.failNext({ written });
    expect(await anna.write(docId, 'lost? ')).toEqual(notNow);
    expect([anna.notices.at(-1), bo.notices.at(-1)]).toEqual([
      { type: 'reopen', docId },
      { type: 'reopen', docId },
    ]);
    expect(await anna.sendAgain(docId)).toEqual({ ok: false, refusal: 'notOpen' });
    expect(bo.text).toBe('safe ');
    expect(await bo.open(docId)).toMatchObject(saved);
    expect(bo.text).toBe(written ? 'safe lost? ' : 'safe ');
    expect(await anna.open(docId)).toMatchObject(saved);
    expect(await anna.sendAgain(docId)).toMatchObject(saved);
    expect(bo.text).toBe('safe lost? ');
    expect(await bo.write(docId, '!')).toMatchObject(saved);
    expect(suite.bed.logged.some(({ msg }) => msg === 'documents failed and are read again')).toBe(true);
  },
);

test('[TEXT12] when another owns the Room nothing more is written, and its people come back to the owner', async () => {
  const class1 = await DocumentBed.begin(suite.bed);
  const { docId } = class1;
  const anna = await class1.opened('anna');
  await anna.write(docId, 'before');
  const next = await DocumentBed.begin(suite.bed);
  expect(await anna.write(docId, ' too late')).toEqual(notNow);
  expect(anna.isDropped).toBe(true);
  expect(class1.room.isOpen).toBe(false);
  expect(await anna.write(docId, '!')).toEqual(notNow);
  const bo = await next.opened('bo');
  expect(bo.text).toBe('before');
  expect(await bo.write(docId, ' and after')).toMatchObject(saved);
});

test('a Seat has eight documents open at a time', async () => {
  const class1 = await DocumentBed.begin(suite.bed, [
    'anna',
    ...Array.from({ length: 8 }, (_, n) => `p${n}`),
  ]);
  const trainer = class1.page('trainer');
  const ids = class1.room.state.worksheets.docs.map(({ id }) => id);
  expect(ids).toHaveLength(9);
  for (const id of ids.slice(0, 8)) expect(await trainer.open(id)).toMatchObject(saved);
  expect(await trainer.open(ids[8]!)).toEqual({ ok: false, refusal: 'tooMany' });
  expect(await trainer.open(ids[0]!), 'once more the first').toMatchObject(saved);
  expect(await trainer.ask({ type: 'close', docId: ids[0]! })).toMatchObject(saved);
  expect(await trainer.open(ids[8]!)).toMatchObject(saved);
});
