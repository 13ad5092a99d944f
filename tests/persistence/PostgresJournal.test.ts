import { Client } from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { JournalConflict } from '../../server/src/persistence/Journal.ts';
import { PostgresJournal } from '../../server/src/persistence/PostgresJournal.ts';
import { useDatabase } from '../helpers/database.ts';
import { journalContract, journalRow, journalRows, readAll } from './journalContract.ts';

const database = useDatabase();
const opened: PostgresJournal[] = [];

function open(): PostgresJournal {
  const journal = new PostgresJournal(database.url, (error) => {
    throw error;
  });
  opened.push(journal);
  return journal;
}

afterEach(async () => {
  for (const journal of opened.splice(0)) await journal.close();
});

journalContract(open);

describe('in PostgreSQL', () => {
  test('a new owner waits for a write of the old one that is just committing', async () => {
    const [old, young] = [open(), open()];
    await old.nextEpoch('room-1');
    const [blocker, watcher] = [await connect(), await connect()];
    try {
      // The same key, not yet committed, stops the append after it has taken the Room's row.
      await blocker.query(`BEGIN; INSERT INTO journal VALUES ('room-1', 1, 1, '', 0, '0', '[]', '0', 1)`);
      const append = old.append([journalRow({ seq: 1 })]);
      await waiting(watcher, 'INSERT INTO journal%');
      const next = young.nextEpoch('room-1');
      await waiting(watcher, 'INSERT INTO rooms%');
      await blocker.query('ROLLBACK');
      await append;
      expect(await next).toBe(2);
    } finally {
      await blocker.end();
      await watcher.end();
    }
    expect((await readAll(young)).map((row) => row.seq)).toEqual([1]);
    await expect(old.append([journalRow({ seq: 2 })])).rejects.toThrow(JournalConflict);
  });

  test('of a feature’s snapshots only the newest is kept, so that a long class fills no disk', async () => {
    const journal = open();
    for (const room of ['room-1', 'room-2']) {
      await journal.nextEpoch(room);
      await journal.append(journalRows(1, 9, { room }));
    }
    const save = (room: string, seq: number, features: Record<string, string>) =>
      journal.saveSnapshot({ room, seq, epoch: 1, rules: 1, features });
    await save('room-2', 1, { chat: '"of another Room"' });
    await save('room-1', 3, { chat: '"first"', polls: '"only"' });
    await save('room-1', 6, { chat: '"second"' });
    await save('room-1', 9, { chat: '"third"' });
    const client = await connect();
    try {
      const { rows } = await client.query('SELECT room, feature, seq FROM room_snapshots ORDER BY 1, 2, 3');
      expect(rows.map(Object.values)).toEqual([
        ['room-1', 'chat', 9],
        ['room-1', 'polls', 3],
        ['room-2', 'chat', 1],
      ]);
    } finally {
      await client.end();
    }
  });
});

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  return client;
}

/** Waits until a statement like this stands before a lock. */
async function waiting(client: Client, like: string): Promise<void> {
  const query = `SELECT FROM pg_stat_activity WHERE datname = current_database()
    AND wait_event_type = 'Lock' AND ltrim(query, E' \\n') LIKE $1`;
  while ((await client.query(query, [like])).rowCount === 0);
}
