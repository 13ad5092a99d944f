import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { DeckLimits } from './deckLimits.ts';

/**
 * What this machine lets us put around a child process.
 *
 * - `namespaces`: no network, and a process namespace, which dies as a whole. Needs root with the right
 *   to make namespaces, which a container usually withholds.
 * - `userNamespace`: the same where the server is an ordinary user and the kernel permits it.
 * - `none`: neither. LibreOffice's settings and a proxy that leads nowhere keep it from fetching, and
 *   its process group is stopped as a whole, which holds for programs that don't try to escape.
 */
export type Confinement = 'namespaces' | 'userNamespace' | 'none';

const namespaceFlags = ['--net', '--pid', '--fork', '--kill-child'];

const wrappers: Record<Confinement, readonly string[]> = {
  namespaces: ['unshare', ...namespaceFlags, '--'],
  userNamespace: ['unshare', '--user', '--map-root-user', ...namespaceFlags, '--'],
  none: [],
};

let found: Promise<Confinement> | undefined;

/** The confinement that works here; tried once per process. */
export function possibleConfinement(): Promise<Confinement> {
  found ??= tryConfinement();
  return found;
}

async function tryConfinement(): Promise<Confinement> {
  // In a user namespace root could no longer become `nobody`, which is worth more.
  const candidate = unprivileged ? 'namespaces' : 'userNamespace';
  const [program, ...args] = wrappers[candidate];
  return promisify(execFile)(program!, [...args, 'true'], { timeout: 5000 }).then(
    () => candidate,
    () => 'none' as const,
  );
}

/**
 * The command line that runs a program confined, with a limit of memory for each process, one for each
 * file that it writes, and no core dumps, at a niceness of 15: on two cores a class gets some thirty times its share of time. The limit
 * of memory is on data (RLIMIT_DATA), which counts what may be written to; one on address space would count the
 * many gigabytes that V8 reserves and never touches.
 */
export function confinedCommand(
  confinement: Confinement,
  limits: Pick<DeckLimits, 'memoryBytes' | 'unpackedBytes'>,
  command: readonly string[],
): [program: string, ...args: string[]] {
  const { memoryBytes, unpackedBytes } = limits;
  const limited = ['prlimit', `--data=${memoryBytes}`, `--fsize=${unpackedBytes}`, '--core=0', '--'];
  return ['nice', '-n', '15', ...limited, ...wrappers[confinement], ...command];
}

/** The user that a stranger's file is opened as where the server is root: `nobody`, on every Linux. */
export const unprivileged = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : null;
