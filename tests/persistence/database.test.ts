import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
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

test('a connection that breaks fails what is asked over it, and nothing else', async () => {
  const url = new URL(database.url);
  const path = join(url.searchParams.get('host') ?? '', `.s.PGSQL.${url.port}`);
  const connections = new Set<Socket>();
  const between = createServer((socket) => {
    connections.add(socket);
    const postgres = connect(path);
    for (const end of [socket, postgres]) end.on('error', () => {});
    socket.on('close', () => postgres.destroy());
    socket.pipe(postgres).pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(between, 'listening');
  url.searchParams.delete('host');
  url.host = `127.0.0.1:${(between.address() as AddressInfo).port}`;
  await using db = openDatabase(url.href, () => {});
  const asked = db.transaction().execute(async (transaction) => {
    await sql`SELECT 1`.execute(transaction);
    // As when PostgreSQL is killed: without a word.
    for (const connection of connections) connection.destroy();
    await sql`SELECT 1`.execute(transaction);
  });
  await expect(asked).rejects.toThrow();
  expect((await sql`SELECT 1 AS one`.execute(db)).rows).toEqual([{ one: 1 }]);
  between.close();
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
