import { readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { ask, kill, LocalPostgresBed } from './localPostgresBed.ts';

const bed = new LocalPostgresBed();

describe('a first start', () => {
  test('makes a database that is safe on disk and that nobody else can reach', async () => {
    const dataDir = join(bed.root, 'not', 'there', 'yet');
    const postgres = await bed.start(dataDir);
    const settings = `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS durable,
      current_setting('listen_addresses') AS addresses, current_setting('server_encoding') AS encoding`;
    expect(await ask(postgres.url, settings)).toEqual([
      { fsync: 'on', durable: 'on', addresses: '', encoding: 'UTF8' },
    ]);
    const another = new Client({ connectionString: postgres.url.replace('score@', 'postgres@') });
    await expect(another.connect()).rejects.toThrow(/authentication failed/);
    await postgres.stop();
    await postgres.stop();
    expect(await bed.processes()).toEqual([]);
  });

  test('that was cut short is made good by the next', async () => {
    const dataDir = await bed.folder('data', 0o711);
    const child = bed.spawnServer(dataDir);
    while ((await bed.processes()).length === 0); // initdb has begun.
    await kill(child);
    const postgres = await bed.start(dataDir);
    expect(await ask(postgres.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await postgres.stop();
  });

  test('works where the path is long and has unusual letters', async () => {
    const dataDir = join(bed.root, `数据, "quoted" ${'long '.repeat(20)}`);
    const server = await bed.startProcess(dataDir);
    await ask(server.url, 'CREATE TABLE kept ()');
    await server.kill();
    const postgres = await bed.start(dataDir);
    expect(await ask(postgres.url, 'SELECT count(*)::int FROM kept')).toEqual([{ count: 0 }]);
  });
});

describe('a later start', () => {
  test('finds what was written, also when another process now has the old number', async () => {
    const dataDir = await bed.folder('data', 0o711);
    const first = await bed.start(dataDir);
    await ask(first.url, "CREATE TABLE kept AS SELECT '会议' AS text");
    await first.stop();
    // PostgreSQL by itself refuses to start when the process of this number lives.
    const stranger = (await bed.startProcess(join(bed.root, 'other'))).home;
    const stale = await readFile(join(stranger, 'cluster', 'postmaster.pid'), 'utf8');
    await writeFile(join(first.home, 'cluster', 'postmaster.pid'), stale);
    const second = await bed.start(dataDir);
    expect(await ask(second.url, 'SELECT text FROM kept')).toEqual([{ text: '会议' }]);
    expect(bed.said).toEqual([]);
  });

  test('refuses a database of another PostgreSQL version with a sentence', async () => {
    const dataDir = await bed.folder('data', 0o711);
    const first = await bed.start(dataDir);
    await first.stop();
    await writeFile(join(first.home, 'cluster', 'PG_VERSION'), '17\n');
    await expect(bed.start(dataDir)).rejects.toThrow(/was made by PostgreSQL 17, and this version .* brings/);
    await expect(bed.start(dataDir)).rejects.toThrow(/made by PostgreSQL 17/); // The lock was given back.
  });
});

describe('a second server', () => {
  test('on the same folder is refused and told whom to stop, by whatever path', async () => {
    const dataDir = await bed.folder('data', 0o711);
    const server = await bed.startProcess(dataDir);
    await symlink(dataDir, join(bed.root, 'link'));
    const sentence = `(process ${server.pid}) is using the data folder`;
    for (const path of [dataDir, join(bed.root, 'link'), `${dataDir}/../data`]) {
      await expect(bed.start(path)).rejects.toThrow(sentence);
    }
    expect(await ask(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('gets the folder as soon as the first is gone', async () => {
    const dataDir = await bed.folder('data', 0o711);
    const first = await bed.start(dataDir);
    await expect(bed.start(dataDir)).rejects.toThrow(/Another SCORE Classroom server/);
    await first.stop();
    const second = await bed.start(dataDir);
    expect(await ask(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('after SIGKILL', () => {
  test('of the server, its PostgreSQL is taken over with every row and the open sessions end', async () => {
    const dataDir = await bed.folder('data', 0o711);
    const server = await bed.startProcess(dataDir);
    await ask(server.url, 'CREATE TABLE kept AS SELECT 42 AS n');
    const session = new Client({ connectionString: server.url });
    const ended = new Promise((resolve) => session.on('error', resolve));
    await session.connect();
    await session.query('BEGIN; DELETE FROM kept');
    await server.kill();
    const orphans = await bed.processes();
    expect(orphans.length).toBeGreaterThan(0);

    const postgres = await bed.start(dataDir);
    expect(String(await ended)).toMatch(/administrator command/); // Not cut off: told.
    expect(bed.said).toEqual([expect.stringContaining('that a killed server left running was stopped')]);
    expect(await ask(postgres.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
    const now = await bed.processes();
    expect(now.filter((pid) => orphans.includes(pid))).toEqual([]);
  });

  test('of PostgreSQL while the server is dead, its last sessions are ended', async () => {
    const dataDir = await bed.folder('data', 0o711);
    const server = await bed.startProcess(dataDir);
    await ask(server.url, 'CREATE TABLE kept AS SELECT 42 AS n');
    await server.kill();
    const [pid] = (await readFile(join(server.home, 'cluster', 'postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(pid), 'SIGKILL');
    const postgres = await bed.start(dataDir);
    expect(await ask(postgres.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
  });

  test('the folder may be deleted and used again', async () => {
    const dataDir = await bed.folder('data', 0o711);
    const server = await bed.startProcess(dataDir);
    await server.kill();
    const orphans = await bed.processes();
    await rm(dataDir, { recursive: true });
    const postgres = await bed.start(dataDir);
    expect(await ask(postgres.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    const now = await bed.processes();
    expect(now.filter((pid) => orphans.includes(pid))).toEqual([]);
  });
});
