import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '../../server/src/persistence/database.ts';
import { migrateToLatest } from '../../server/src/persistence/migrate.ts';
import { useDatabase } from '../helpers/database.ts';

const database = useDatabase();

function open() {
  return openDatabase(database.url, (error) => {
    throw error;
  });
}

test('several processes may migrate at once, and again', async () => {
  await Promise.all([1, 2, 3].map(() => migrateToLatest(database.url)));
  await using db = open();
  expect(await db.selectFrom('journal').selectAll().execute()).toEqual([]);
});

test('a database of a newer version is refused with a sentence and left alone', async () => {
  await using db = open();
  await sql`INSERT INTO kysely_migration (name, timestamp) VALUES ('9999_tomorrow', 'now')`.execute(db);
  await expect(migrateToLatest(database.url)).rejects.toThrow(
    /newer version of SCORE Classroom \(it knows 9999_tomorrow\)/,
  );
});

test('a statement that hangs is given up', async () => {
  await using db = open();
  const { rows } = await sql<{ limit: string }>`SELECT current_setting('statement_timeout') AS limit`.execute(
    db,
  );
  expect(rows).toEqual([{ limit: '15s' }]);
});

test('the order of keys survives in JSON, and milliseconds are numbers', async () => {
  await using db = open();
  await db
    .insertInto('sessions')
    .values({
      id: 'session-1',
      title: '{"z":1,"a":2}',
      starts_at: 1_584_493_200_000,
      minutes: 90,
      time_zone: 'Asia/Shanghai',
      created_at: 0,
    })
    .execute();
  const row = await db.selectFrom('sessions').select(['title', 'starts_at']).executeTakeFirstOrThrow();
  expect(JSON.stringify(row.title)).toBe('{"z":1,"a":2}');
  expect(row.starts_at).toBe(1_584_493_200_000);
});
