import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import type { ClusterHome } from './clusterHome.ts';
import { stopLeftovers } from './leftovers.ts';
import type { PostgresBinaries } from './postgresBinaries.ts';
import { makeFolderFor } from './runner.ts';

const run = promisify(execFile);

/** The database role of the product, and the name of its database. */
export const roleName = 'score';

/**
 * What PostgreSQL's processes see. Nothing of ours: the server's secrets stay with the server, and a
 * PGPORT or PGDATA of the person who starts it can't lead elsewhere.
 */
const cleanEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Makes a new cluster, under another name first, so that one that was cut short is never taken for a
 * whole one. Its sorting and letters don't depend on the system's libraries. Only the system users
 * root and the runner may connect, through a local socket on which the kernel says who they are: there
 * is no password to keep or to lose, and no port.
 */
export async function makeCluster(home: ClusterHome, { initdb }: PostgresBinaries): Promise<void> {
  for (const name of await readdir(home.folder)) {
    if (!name.startsWith('unfinished-')) continue;
    await stopLeftovers(join(home.folder, name));
    await rm(join(home.folder, name), { recursive: true, force: true });
  }
  const unfinished = join(home.folder, `unfinished-${randomUUID()}`);
  await makeFolderFor(home.runner, unfinished);
  await run(
    initdb,
    [
      `--pgdata=${unfinished}`,
      `--username=${roleName}`,
      '--auth=reject',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
    ],
    { ...home.runner.ids, cwd: '/', env: cleanEnvironment, timeout: 120_000 },
  );
  await writeFile(join(unfinished, 'pg_hba.conf'), 'local all all peer map=score\n');
  const users = [...new Set(['root', home.runner.name])];
  await writeFile(
    join(unfinished, 'pg_ident.conf'),
    users.map((user) => `score "${user}" ${roleName}\n`).join(''),
  );
  await rename(unfinished, home.cluster);
}

/**
 * @throws an Error with a sentence for people when another PostgreSQL version made the cluster.
 */
export async function checkVersion({ cluster }: ClusterHome, { major }: PostgresBinaries): Promise<void> {
  const made = Number((await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim());
  if (made === major) return;
  throw new Error(
    `The database in ${cluster} was made by PostgreSQL ${made}, and this version of SCORE Classroom brings ` +
      `PostgreSQL ${major}. Start the version of SCORE Classroom that made it, write a dump with pg_dump, ` +
      'and load it into a new data folder.',
  );
}

/** A running PostgreSQL that this process has started. */
export interface Postmaster {
  readonly child: ChildProcess;
  /** Such as /data/postgres/socket; what `host` is in a connection string. */
  readonly socketFolder: string;
}

/**
 * Starts PostgreSQL and waits until it takes connections. It has a process group of its own, so that
 * Ctrl-C in a terminal reaches only the server, which stops it last.
 *
 * @throws an Error with the end of PostgreSQL's log when it does not come up.
 */
export async function startPostmaster(
  home: ClusterHome,
  { postgres }: PostgresBinaries,
  socketFolder: string,
): Promise<Postmaster> {
  const logFile = join(home.folder, 'postgres.log');
  const log = await openLog(logFile);
  const from = (await log.stat()).size;
  const child = spawn(
    postgres,
    [
      ...['-D', home.cluster],
      ...['-k', socketFolder],
      ...['-p', '5432'],
      ...['-c', 'listen_addresses='],
      ...['-c', 'unix_socket_permissions=0700'],
      ...['-c', 'fsync=on'],
      ...['-c', 'synchronous_commit=on'],
      ...['-c', 'full_page_writes=on'],
      ...['-c', 'log_checkpoints=off'],
      // In the cluster, not in /dev/shm, of which a container has little and where a kill leaves it for ever.
      ...['-c', 'dynamic_shared_memory_type=mmap'],
    ],
    {
      ...home.runner.ids,
      cwd: '/',
      env: cleanEnvironment,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    },
  );
  try {
    await once(child, 'spawn').finally(() => log.close());
    await ready(child, socketFolder);
    return { child, socketFolder };
  } catch (error) {
    child.kill('SIGQUIT');
    const said = (await readFile(logFile, 'utf8')).slice(from).trim().split('\n').slice(-5).join(' | ');
    throw new Error(
      `PostgreSQL does not start: ${error instanceof Error ? error.message : error}. Its log ${logFile} says: ${said}`,
      { cause: error },
    );
  }
}

/** Ends the sessions, writes a checkpoint and waits for the exit. Without answer it is made to quit. */
export async function stopPostmaster({ child }: Postmaster): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGINT');
  const tooLong = setTimeout(() => child.kill('SIGQUIT'), 30_000);
  await exited;
  clearTimeout(tooLong);
}

/** A log over 1 MB from earlier starts makes room for a new one; the one before it is dropped. */
async function openLog(file: string) {
  const size = await stat(file).then(
    ({ size }) => size,
    () => 0,
  );
  if (size > 1_000_000) await rename(file, `${file}.1`);
  return await open(file, 'a', 0o600);
}

/** Connects until PostgreSQL answers; after a crash it first replays its log, which may take a while. */
async function ready(child: ChildProcess, socketFolder: string): Promise<void> {
  const deadline = performance.now() + 120_000;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`it ended with ${child.signalCode ?? `code ${child.exitCode}`}`);
    }
    try {
      await makeDatabase(socketFolder);
      return;
    } catch (error) {
      if (!isComing(error)) throw error;
      if (performance.now() > deadline) throw new Error('it takes no connections after 120 s');
    }
    await delay(15);
  }
}

/** Makes the product's database when there is none. This is also the proof that PostgreSQL works. */
async function makeDatabase(socketFolder: string): Promise<void> {
  const client = new Client({
    ...{ host: socketFolder, port: 5432, user: roleName, database: 'postgres', ssl: false },
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined); // A broken connection shows in the calls too.
  await client.connect();
  try {
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [roleName]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${roleName}`);
  } finally {
    await client.end();
  }
}

/** No socket yet, nobody listening yet, or 57P03: "the database system is starting up". */
function isComing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ECONNREFUSED' || code === '57P03';
}
