import type { Kysely } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../server/src/persistence/database.ts';
import { JournalConflict } from '../../server/src/persistence/Journal.ts';
import { PostgresJournal } from '../../server/src/persistence/PostgresJournal.ts';
import type { Database } from '../../server/src/persistence/schema.ts';
import { type WorksheetUpdate, WorksheetUpdates } from '../../server/src/persistence/worksheetUpdates.ts';
import { useDatabase } from '../helpers/database.ts';

const database = useDatabase();
let db: Kysely<Database>;
let journal: PostgresJournal;
let updates: WorksheetUpdates;

function fail(error: Error): never {
  throw error;
}

beforeEach(async () => {
  db = openDatabase(database.url, fail);
  journal = new PostgresJournal(database.url, fail);
  updates = new WorksheetUpdates(db);
  await journal.nextEpoch('room-1');
});

afterEach(async () => {
  await journal.close();
  await db.destroy();
});

function update(seq: number, change: Partial<WorksheetUpdate> = {}): WorksheetUpdate {
  return {
    doc: 'group-1',
    seq,
    author: 'p-1',
    update: Buffer.from([0, 255, seq]),
    at: 1000 + seq,
    ...change,
  };
}

test('updates come back in order with their bytes and authors, each document for itself', async () => {
  await updates.append('room-1', 1, [update(1), update(2, { author: 'p-2' }), update(1, { doc: 'group-2' })]);
  await updates.append('room-1', 1, [update(3)]);
  await updates.append('room-1', 1, []);
  expect(await updates.read('room-1', 'group-1')).toEqual([
    update(1),
    update(2, { author: 'p-2' }),
    update(3),
  ]);
  expect(await updates.read('room-1', 'group-2')).toEqual([update(1, { doc: 'group-2' })]);
  expect(await updates.read('room-2', 'group-1')).toEqual([]);
});

test('an update whose number is taken is a conflict, and nothing of its batch is written', async () => {
  await updates.append('room-1', 1, [update(2)]);
  await expect(updates.append('room-1', 1, [update(1), update(2)])).rejects.toThrow(JournalConflict);
  expect(await updates.read('room-1', 'group-1')).toEqual([update(2)]);
});

test('an earlier owner can neither write nor compact', async () => {
  await updates.append('room-1', 1, [update(1), update(2)]);
  await journal.nextEpoch('room-1');
  await expect(updates.append('room-1', 1, [update(3)])).rejects.toThrow(JournalConflict);
  await expect(updates.compact('room-1', 1, update(2))).rejects.toThrow(JournalConflict);
  expect(await updates.read('room-1', 'group-1')).toEqual([update(1), update(2)]);
  await updates.append('room-1', 2, [update(3)]);
});

test('compacting puts one update in the place of the earlier ones and leaves the later ones', async () => {
  await updates.append(
    'room-1',
    1,
    [1, 2, 3, 4].map((seq) => update(seq)),
  );
  await updates.append('room-1', 1, [update(1, { doc: 'group-2' })]);
  const merged = { doc: 'group-1', seq: 3, update: Buffer.from('merged'), at: 9 };
  await updates.compact('room-1', 1, merged);
  expect(await updates.read('room-1', 'group-1')).toEqual([{ ...merged, author: null }, update(4)]);
  expect(await updates.read('room-1', 'group-2')).toHaveLength(1);
});

test('compacting up to an update that does not exist deletes nothing', async () => {
  await updates.append('room-1', 1, [update(1), update(2)]);
  await expect(updates.compact('room-1', 1, update(5))).rejects.toThrow(JournalConflict);
  expect(await updates.read('room-1', 'group-1')).toHaveLength(2);
});
