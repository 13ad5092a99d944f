import { execFile } from 'node:child_process';
import { chown, mkdir, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The system user under which PostgreSQL runs. It refuses to run as root. */
export interface Runner {
  readonly name: string;
  /** What spawn needs to change to that user; empty when this process is that user already. */
  readonly ids: { uid?: number; gid?: number };
}

/** Our own user first; the others exist on most systems, and serve where none can be made. */
const userNames = ['score-classroom', 'postgres', 'nobody'] as const;

/**
 * The user for a new cluster: this process's own user, or as root an unprivileged one, made when missing.
 *
 * @throws an Error with a sentence for people when root finds no such user.
 */
export async function chooseRunner(): Promise<Runner> {
  if (process.getuid?.() !== 0) return { name: userInfo().username, ids: {} };
  const [own] = userNames;
  const present = await lookUp(own);
  if (present) return present;
  // Without a home and a shell nobody can log in as this user. The error, if any, shows in what is missing below.
  await run('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
    own,
  ]).catch(() => undefined);
  for (const name of userNames) {
    const runner = await lookUp(name);
    if (runner) return runner;
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and no other user could be made or found ' +
      `(${userNames.join(', ')}). Make one with \`useradd --system ${own}\`, ` +
      'start SCORE Classroom as an ordinary user, or name a PostgreSQL server with DATABASE_URL.',
  );
}

/**
 * The user that an existing cluster belongs to.
 *
 * @throws an Error with a sentence for people when this process may not act as that user.
 */
export async function runnerOf(cluster: string): Promise<Runner> {
  const { uid, gid } = await stat(cluster);
  const self = process.getuid?.();
  if (uid === self) return { name: userInfo().username, ids: {} };
  const name = await nameOf(uid);
  if (self !== 0) {
    throw new Error(
      `The database in ${cluster} belongs to the user ${name}, and this server runs as ` +
        `${userInfo().username}. Start it as root or as the user that started it the first time.`,
    );
  }
  return { name, ids: { uid, gid } };
}

/** Makes a folder that only the runner, and root, may enter. It must not exist. */
export async function makeFolderFor({ ids }: Runner, folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  if (ids.uid !== undefined && ids.gid !== undefined) await chown(folder, ids.uid, ids.gid);
}

async function lookUp(name: string): Promise<Runner | null> {
  try {
    const uid = Number((await run('id', ['-u', name])).stdout);
    const gid = Number((await run('id', ['-g', name])).stdout);
    return uid > 0 ? { name, ids: { uid, gid } } : null;
  } catch {
    return null;
  }
}

async function nameOf(uid: number): Promise<string> {
  const { stdout } = await run('id', ['-un', String(uid)]).catch(() => ({ stdout: String(uid) }));
  return stdout.trim();
}
