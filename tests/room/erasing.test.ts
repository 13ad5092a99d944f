import { sql } from 'kysely';
import { expect, test } from 'vitest';

import { Identity } from '../../server/src/persistence/identity.ts';
import { Sessions } from '../../server/src/persistence/sessions.ts';
import { WorksheetUpdates } from '../../server/src/persistence/worksheetUpdates.ts';
import type { Room } from '../../server/src/room/Room.ts';
import { hashOf } from '../../server/src/room/stateHash.ts';
import { dumpOf } from '../helpers/dump.ts';
import { headOf } from '../persistence/journalContract.ts';
import type { FakeSeat, Process, RoomBed } from './RoomBed.ts';
import { useRoomBed } from './useRoomBed.ts';
import { WithoutSnapshots } from './WithoutSnapshots.ts';

const at = useRoomBed();

const name = 'Quillon Zabriskie';
const words = 'the boiler hums in B flat';
const cry = 'my speaker croaks like a toad';
const id = 'p-who-goes';

/** A class with a trainer, somebody who stays and somebody who goes, who has left words wherever one can. */
async function classWithWords(bed: RoomBed): Promise<{ process: Process; room: Room; trainer: FakeSeat }> {
  const { database } = bed;
  await new Sessions(database).create(
    {
      id: 'room-1',
      title: { zh: '课', en: 'A class' },
      startsAt: 0,
      minutes: 90,
      timeZone: 'Asia/Shanghai',
      enterprises: [{ id: 'elm', name: { zh: '榆', en: 'Elm' } }],
    },
    [{ id: 'roster-1', enterprise_id: 'elm', name, kind: 'worker', duty: 'none' }],
  );
  const identity = new Identity(database);
  const person = {
    sessionId: 'room-1',
    enterpriseId: 'elm',
    rosterId: 'roster-1',
    name,
    role: 'member',
  } as const;
  await identity.addPerson(person, id);
  await identity.addPerson({ ...person, rosterId: null, name: 'Stays' }, 'p-who-stays');
  await identity.issueSecret(id);

  const process = bed.start();
  process.names.set(id, name);
  const room = await process.room();
  const trainer = process.enter(room, 'p-trainer', 'trainer');
  const stays = process.enter(room, 'p-who-stays', 'member', 'elm');
  const goes = process.enter(room, id, 'member', 'elm');
  await goes.ask({ feature: 'chat', type: 'send', text: words });
  await stays.ask({ feature: 'chat', type: 'send', text: 'this stays' });
  await goes.ask({ feature: 'help', type: 'call', kind: 'sound', note: cry });
  room.system({ feature: 'people', type: 'heartbeat' });
  await room.settled();
  const update = { doc: 'doc-1', seq: 1, author: id, update: new Uint8Array([1]), at: bed.time };
  await new WorksheetUpdates(database).append('room-1', room.epoch, [update]);
  return { process, room, trainer };
}

const erase = { feature: 'people', type: 'erase', participantId: id } as const;

const dump = ({ database }: RoomBed): Promise<string> => dumpOf(database);

async function hashes(bed: RoomBed): Promise<(string | null)[]> {
  const all: (string | null)[] = [];
  for await (const row of bed.postgres.read('room-1', 0))
    if ((row.command as { type: string }).type === 'heartbeat') all.push(row.stateHash ?? null);
  return all;
}

/** The State as the rows alone make it, but for its Epoch; the Room moves to the process that is asked. */
async function fromRowsAlone(bed: RoomBed): Promise<string> {
  const process = bed.start(new WithoutSnapshots(bed.postgres));
  const text = textOf(await process.room());
  await process.kill();
  return text;
}

const textOf = ({ state }: Room): string =>
  JSON.stringify({ ...state, session: { ...state.session, epoch: 0 } });

test('[ERASE4] no table holds the name or a word of somebody who was erased, and others’ stay', async () => {
  const { process } = await classWithWords(at.bed);
  await process.stop(); // With a snapshot.
  const again = at.bed.start();
  const staff = again.enter(await again.room(), 'p-trainer', 'trainer');
  const before = await dump(at.bed);
  for (const text of [name, words, cry]) expect(before).toContain(text);

  expect(await staff.ask(erase)).toEqual({ ok: true });
  // As soon as staff are told.
  const after = await dump(at.bed);
  for (const text of [name, words, cry]) expect(after).not.toContain(text);
  for (const table of ['device_secrets', 'roster', 'people', 'links', 'worksheet_updates', 'room_snapshots'])
    expect(after.split('\n').filter((row) => row.startsWith(`${table} `) && row.includes(id))).toEqual(
      table === 'room_snapshots' ? [expect.stringContaining('attendedMs')] : [],
    );
  expect(after).toContain('this stays');
  expect(after).toContain('Stays');
  expect(await at.bed.postgres.loadSnapshot('room-1')).toMatchObject({
    seq: await headOf(at.bed.postgres),
  });
});

test('[ERASE3] what PostgreSQL can’t read as text, in anybody’s words, keeps nobody from being erased', async () => {
  const { room, process, trainer } = await classWithWords(at.bed);
  const stays = process.enter(room, 'p-who-stays', 'member', 'elm');
  const text = 'NUL \0 and half a pair \ud800';
  expect(await stays.ask({ feature: 'chat', type: 'send', text })).toEqual({ ok: true });
  expect(await trainer.ask(erase)).toEqual({ ok: true });
  expect(room.isOpen).toBe(true);
  const after = await dump(at.bed);
  for (const gone of [name, words, cry]) expect(after).not.toContain(gone);
  await process.kill();
  expect(textOf(await at.bed.start().room())).toContain('this stays');
});

test('[ERASE2] what the rows give after an erasing is what the Room had, hash by hash', async () => {
  const { process, room, trainer } = await classWithWords(at.bed);
  await trainer.ask(erase);
  room.system({ feature: 'people', type: 'heartbeat' });
  await room.settled();
  const last = hashOf(room.state);
  await process.kill();
  // The State of the first is not what it was: without the words it has another hash.
  expect(await hashes(at.bed)).toEqual([null, last]);

  const replayed = await fromRowsAlone(at.bed);
  expect(replayed).toContain('this stays');
  expect(textOf(await at.bed.start().room())).toBe(replayed);
});

test('[ERASE5] a server that dies between the row and the rest of an erasing finishes it at its next start', async () => {
  const { process, room, trainer } = await classWithWords(at.bed);
  const real = at.bed.erasure;
  at.bed.erasure = { erase: () => Promise.reject(new Error('the power is gone')) };
  let isTold = false;
  void trainer.ask(erase, 'erasing-command').then(() => {
    isTold = true;
  });
  await room.settled();
  await process.kill();
  expect(isTold).toBe(false);
  expect(await dump(at.bed)).toContain(words);

  at.bed.erasure = real;
  const next = at.bed.start();
  next.names.set(id, name);
  const recovered = await next.room();
  const after = await dump(at.bed);
  for (const text of [name, words, cry]) expect(after).not.toContain(text);
  expect(recovered.directory.namesIn([id])).toEqual({});
  const staff = next.enter(recovered, 'p-trainer', 'trainer');
  expect(await staff.ask(erase, 'erasing-command')).toEqual({ ok: true });
  expect(await staff.ask(erase)).toEqual({ ok: false, refusal: 'notFound' });
  await next.stop();
  expect(await fromRowsAlone(at.bed)).toBe(textOf(await at.bed.start().room()));
});

test('[ERASE5] storage that fails in the middle of an erasing takes nothing away, and the Room is recovered', async () => {
  const { process, room, trainer } = await classWithWords(at.bed);
  await sql`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''no''; END'`.execute(
    at.bed.database,
  );
  await sql`CREATE TRIGGER refuse BEFORE DELETE ON people EXECUTE FUNCTION refuse()`.execute(at.bed.database);
  void trainer.ask(erase);
  await room.settled();
  expect(trainer.ending).toBe('dropped');
  const between = await dump(at.bed);
  for (const text of [name, words, cry]) expect(between).toContain(text);

  await sql`DROP TRIGGER refuse ON people`.execute(at.bed.database);
  const recovered = await process.room();
  expect(recovered).not.toBe(room);
  const after = await dump(at.bed);
  for (const text of [name, words, cry]) expect(after).not.toContain(text);
});

test('[ERASE5] a server that has lost the Room takes nothing out of its storage', async () => {
  const { room } = await classWithWords(at.bed);
  const withoutText = () => {
    throw new Error('never asked');
  };
  const stale = at.bed.erasure.erase('room-1', room.epoch - 1, [id], withoutText);
  await expect(stale).rejects.toThrow('another owner');
  expect(await dump(at.bed)).toContain(words);
});
