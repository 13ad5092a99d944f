import { chmod, cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packagedBinaries } from '../../server/src/persistence/local/postgresBinaries.ts';
import { ask, LocalPostgresBed } from './localPostgresBed.ts';

const bed = new LocalPostgresBed();

/** Only root runs PostgreSQL as another user, who may be kept out of folders. */
describe.runIf(process.getuid?.() === 0)('as root, with a data folder that others may not enter', () => {
  test('the database lives in the system’s folder, and every start says so', async () => {
    const dataDir = await bed.folder('data', 0o700);
    const first = await bed.start(dataDir);
    expect(first.home.startsWith(`${bed.systemFolder}/`)).toBe(true);
    for (const name of ['cluster', 'socket']) {
      const { mode, uid } = await stat(join(first.home, name));
      expect(mode & 0o777).toBe(0o700);
      expect(uid).not.toBe(0);
    }
    const sentence = `who can't reach ${dataDir}: the database is in ${first.home}. Back up both.`;
    expect(bed.said).toEqual([expect.stringContaining(sentence)]);
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS n');
    await first.stop();

    const second = await bed.start(dataDir);
    expect(await ask(second.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
    expect(bed.said).toHaveLength(2);
    await second.stop();
    // A folder that is opened later does not lose its database.
    await chmod(dataDir, 0o755);
    const third = await bed.start(dataDir);
    expect(third.home).toBe(first.home);
    expect(await ask(third.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
  });

  test('a folder within a closed home, and a SIGKILL, are no different', async () => {
    const home = await bed.folder('home', 0o700);
    const server = await bed.startProcess(join(home, 'project', 'data'));
    await ask(server.url, 'CREATE TABLE kept AS SELECT 42 AS n');
    await server.kill();
    const postgres = await bed.start(join(home, 'project', 'data'));
    expect(await ask(postgres.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
  });

  test('a moved data folder finds its database, and a copy of it is refused', async () => {
    const dataDir = await bed.folder('data', 0o700);
    const first = await bed.start(dataDir);
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS n');
    await first.stop();
    const [moved, copy] = [join(bed.root, 'moved'), join(bed.root, 'copy')];
    await rename(dataDir, moved);
    await cp(moved, copy, { recursive: true });
    const second = await bed.start(moved);
    expect(await ask(second.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
    await second.stop();
    await expect(bed.start(copy)).rejects.toThrow(`The data folder ${copy} is a copy of ${moved}`);
  });

  test('a new data folder in the old one’s place begins anew and the old database is kept', async () => {
    const dataDir = await bed.folder('data', 0o700);
    const server = await bed.startProcess(dataDir);
    await ask(server.url, 'CREATE TABLE kept ()');
    await server.kill();
    await rm(dataDir, { recursive: true });
    await bed.folder('data', 0o700);
    const second = await bed.start(dataDir);
    expect(await ask(second.url, "SELECT to_regclass('kept') AS kept")).toEqual([{ kept: null }]);
    const aside = (await readdir(bed.systemFolder)).find((name) => name.includes('.until-'));
    expect(aside).toBeDefined();
    expect(bed.said[0]).toContain(`is kept in ${join(bed.systemFolder, aside!)}`);
  });

  test('a database that is gone is said to be gone, never replaced by an empty one', async () => {
    const dataDir = await bed.folder('data', 0o700);
    const { home, stop } = await bed.start(dataDir);
    await stop();
    await rm(home, { recursive: true });
    await expect(bed.start(dataDir)).rejects.toThrow(`was in ${home}, and is not there`);
    const inside = await bed.folder('open', 0o711);
    await (await bed.start(inside)).stop();
    await chmod(inside, 0o700);
    await expect(bed.start(inside)).rejects.toThrow(/can no longer reach the database in/);
  });

  test('PostgreSQL’s programs are copied where its user can run them, once', async () => {
    const { folder, version } = packagedBinaries();
    const home = await bed.folder('home', 0o700);
    await cp(folder, join(home, 'native'), { recursive: true, verbatimSymlinks: true });
    const packaged = { folder: join(home, 'native'), version };
    for (const name of ['one', 'two']) {
      const postgres = await bed.start(await bed.folder(name, 0o711), { packaged });
      expect(await ask(postgres.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    }
    expect(bed.said).toEqual([
      expect.stringContaining(`it is copied to ${join(bed.systemFolder, `postgresql-${version}`)}`),
    ]);
    expect(await readdir(bed.systemFolder)).toEqual([`postgresql-${version}`]);
  });

  test('programs that can’t run anywhere are said so, and nothing is left', async () => {
    await mkdir(join(bed.root, 'native'));
    const packaged = { folder: join(bed.root, 'native'), version: '0' };
    const dataDir = await bed.folder('data', 0o711);
    await expect(bed.start(dataDir, { packaged })).rejects.toThrow(/^PostgreSQL does not start as the user /);
    expect(await bed.processes()).toEqual([]);
    const postgres = await bed.start(dataDir);
    expect(await ask(postgres.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});
