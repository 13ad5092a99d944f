import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Programs of a Debian package, and what they need in their environment to find their libraries. */
export type Unpacked = {
  readonly root: string;
  readonly version: string;
  readonly libraries: string;
  readonly environment: NodeJS.ProcessEnv;
};

/**
 * Unpacks a Debian package and what this machine lacks for it into a folder of the benchmark's own, once.
 * Nothing is installed.
 *
 * @param program a file that the package has, below its root.
 * @throws what to do, when this machine doesn't know the package or can't reach Debian's.
 */
export async function unpackDebianPackage(name: string, program: string): Promise<Unpacked> {
  const { stdout } = await run('apt-cache', ['show', '--no-all-versions', name]).catch(() => ({
    stdout: '',
  }));
  const version = /^Version: (\S+)$/m.exec(stdout)?.[1];
  if (!version)
    throw new Error(`This machine knows no Debian package "${name}": run apt-get update, then this again.`);
  const root = join(homedir(), '.cache/score-classroom/peers', `${name}-${version}`);
  if (!existsSync(join(root, program)))
    await unpack(name, root).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      throw new Error(
        `Debian's package "${name}" can't be had: ${message}\nRun apt-get update, see that its mirror can be reached, then run this again.`,
      );
    });
  const libraries = join(root, 'usr/lib/x86_64-linux-gnu');
  return { root, version, libraries, environment: { ...process.env, LD_LIBRARY_PATH: libraries } };
}

async function unpack(name: string, root: string): Promise<void> {
  const simulated = await run('apt-get', ['install', '-s', '--no-install-recommends', name]);
  const names = [...simulated.stdout.matchAll(/^Inst (\S+)/gm)].map(([, found]) => found ?? '');
  const packages = await mkdtemp(join(tmpdir(), 'score-packages-'));
  try {
    await run('apt-get', ['download', ...new Set([...names, name])], { cwd: packages });
    const unpacked = `${root}.part`;
    await rm(unpacked, { recursive: true, force: true });
    await mkdir(unpacked, { recursive: true });
    for (const file of await readdir(packages)) await run('dpkg', ['-x', join(packages, file), unpacked]);
    await rename(unpacked, root);
  } finally {
    await rm(packages, { recursive: true, force: true });
  }
}
