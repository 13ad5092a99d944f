import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { access, chmod, mkdir, readFile, rename, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { stopLeftovers } from './leftovers.ts';
import { chooseRunner, type Runner, runnerOf } from './runner.ts';

const run = promisify(execFile);

/** Where PostgreSQL's files for one data folder are, and who may use them. */
export interface ClusterHome {
  readonly folder: string;
  /** PGDATA. It does not exist before the first start. */
  readonly cluster: string;
  readonly runner: Runner;
}

/** What a data folder remembers about a database that lives elsewhere. */
interface Elsewhere {
  /** The home's folder. */
  readonly folder: string;
  /** The same random value lies in the home, so that a database is never mistaken for another's. */
  readonly id: string;
}

interface Place {
  /** The data folder's real path. */
  readonly dataDir: string;
  /** Root's folder for databases that can't live in their data folder. */
  readonly systemFolder: string;
  readonly log: (sentence: string) => void;
}

/**
 * Finds the database of a data folder, or makes a place for a new one: in the data folder, or below
 * `systemFolder` where PostgreSQL's user can't reach the data folder. Call it only under the data folder's lock.
 *
 * @throws an Error with a sentence for people when the database is lost, not reachable, or another's.
 */
export async function clusterHome(place: Place): Promise<ClusterHome> {
  const elsewhere = await remembered(place.dataDir);
  if (elsewhere) return await homeElsewhere(place, elsewhere);

  const inside = join(place.dataDir, 'postgres');
  if (await exists(join(inside, 'cluster'))) {
    const runner = await runnerOf(join(inside, 'cluster'));
    if (await canReach(inside, runner)) return home(inside, runner);
    throw new Error(
      `PostgreSQL runs as the user ${runner.name}, who can no longer reach the database in ${inside}. ` +
        'Let everybody pass through the folders above it (chmod o+x), or move the data folder back.',
    );
  }

  const runner = await chooseRunner();
  await makeFolder(inside);
  if (await canReach(inside, runner)) return home(inside, runner);
  await rmdir(inside);
  return await newHomeElsewhere(place, runner);
}

async function newHomeElsewhere(place: Place, runner: Runner): Promise<ClusterHome> {
  const name = createHash('sha256').update(place.dataDir).digest('hex').slice(0, 16);
  const folder = join(place.systemFolder, name);
  await makeFolder(place.systemFolder);
  if (await exists(folder)) await putAside(folder, place);
  await makeFolder(folder);
  if (!(await canReach(folder, runner))) {
    throw new Error(
      `PostgreSQL runs as the user ${runner.name}, who can reach neither ${place.dataDir} nor ${folder}. ` +
        'Name another data folder with SCORE_DATA, or a PostgreSQL server with DATABASE_URL.',
    );
  }
  const elsewhere: Elsewhere = { folder, id: randomUUID() };
  await writeFile(join(folder, 'id'), elsewhere.id);
  await writeFile(join(folder, 'data-folder'), place.dataDir);
  await writeFile(memoryOf(place.dataDir), `${JSON.stringify(elsewhere)}\n`);
  return tell(place, home(folder, runner));
}

async function homeElsewhere(place: Place, { folder, id }: Elsewhere): Promise<ClusterHome> {
  if ((await read(join(folder, 'id'))) !== id) {
    throw new Error(
      `The database of the data folder ${place.dataDir} was in ${folder}, and is not there. ` +
        `Bring it back from a backup, or begin anew with another data folder.`,
    );
  }
  const owner = await read(join(folder, 'data-folder'));
  if (owner !== null && owner !== place.dataDir) {
    if ((await remembered(owner))?.id === id) {
      throw new Error(
        `The data folder ${place.dataDir} is a copy of ${owner}: both say that their database is in ${folder}, ` +
          `which can serve only one. Use ${owner}, or another data folder.`,
      );
    }
    await writeFile(join(folder, 'data-folder'), place.dataDir); // The data folder was moved.
  }
  const cluster = join(folder, 'cluster');
  // Without a cluster the very first start was cut short, and this one goes on with it.
  const runner = (await exists(cluster)) ? await runnerOf(cluster) : await chooseRunner();
  return tell(place, home(folder, runner));
}

/**
 * Keeps the database of an earlier data folder of the same path. It is not ours to delete: perhaps a
 * disk is only not mounted.
 */
async function putAside(folder: string, { dataDir, log }: Place): Promise<void> {
  await stopLeftovers(join(folder, 'cluster'));
  const kept = `${folder}.until-${new Date().toISOString().replaceAll(':', '')}`;
  await rename(folder, kept);
  log(`The data folder ${dataDir} is a new one; the database of the earlier one is kept in ${kept}.`);
}

function home(folder: string, runner: Runner): ClusterHome {
  return { folder, cluster: join(folder, 'cluster'), runner };
}

function tell({ dataDir, log }: Place, found: ClusterHome): ClusterHome {
  log(
    `PostgreSQL runs as the user ${found.runner.name}, who can't reach ${dataDir}: ` +
      `the database is in ${found.folder}. Back up both.`,
  );
  return found;
}

/**
 * The folder stays ours, so that PostgreSQL's user can change only what is in its own folders within:
 * the cluster and the socket, which nobody else may enter. Others may pass through, whatever our umask.
 */
async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o711);
}

/** Really tries as that user, since access lists and mounts may say more than the permission bits. */
async function canReach(folder: string, { ids }: Runner): Promise<boolean> {
  return await run('test', ['-x', folder], { ...ids, cwd: '/' }).then(
    () => true,
    () => false,
  );
}

const memoryOf = (dataDir: string): string => join(dataDir, 'postgres-is-elsewhere.json');

async function remembered(dataDir: string): Promise<Elsewhere | null> {
  const text = await read(memoryOf(dataDir));
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (isElsewhere(value)) return value;
  } catch {
    // The sentence below says it for both.
  }
  throw new Error(
    `The file ${memoryOf(dataDir)} says where the database is, and can't be read. ` +
      `Bring it back from a backup, or write it anew from the files \`id\` and \`data-folder\` beside the database.`,
  );
}

function isElsewhere(value: unknown): value is Elsewhere {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'folder' in value && typeof value.folder === 'string' && 'id' in value && typeof value.id === 'string'
  );
}

async function read(file: string): Promise<string | null> {
  return await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  });
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
