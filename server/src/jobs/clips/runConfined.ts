import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { confinedCommand, possibleConfinement, unprivileged } from '../confinement.ts';
import type { ClipLimits } from './clipLimits.ts';

/** How much of what a program printed last is kept, in characters. */
const keptOutput = 100_000;

export type Ended = {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly printed: string;
  readonly complained: string;
};

type Run = {
  readonly command: readonly string[];
  /** Where it works and may write. */
  readonly folder: string;
  readonly limits: ClipLimits;
  /** Ends it, and everything that it started. */
  readonly signal: AbortSignal;
  readonly onPrinted?: (text: string) => void;
};

/**
 * Runs a program on a stranger's file to its end: without network, within the limits of `confinement.ts`, as
 * `nobody` where the server is root. It dies with the server, even by SIGKILL.
 *
 * @throws the signal's reason when aborted, an Error when the program is not there.
 */
export async function runConfined({ command, folder, limits, signal, onPrinted }: Run): Promise<Ended> {
  const confinement = await possibleConfinement();
  signal.throwIfAborted();
  const user = unprivileged
    ? [`--reuid=${unprivileged.uid}`, `--regid=${unprivileged.gid}`, '--clear-groups']
    : [];
  // Twice, since the kernel forgets whose death to follow when the user changes.
  const follow = ['setpriv', '--pdeathsig', 'KILL'];
  const [program, ...args] = [
    ...follow,
    ...confinedCommand(confinement, limits, [...follow, ...user, '--no-new-privs', '--', ...command]),
  ] as [string, ...string[]];
  const child = spawn(program, args, {
    cwd: folder,
    // The leader of a new group, so that one signal reaches everything that it starts.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    // None of the server's secrets.
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', HOME: folder, TMPDIR: folder },
  });
  const stop = () => killGroup(child);
  signal.addEventListener('abort', stop, { once: true });
  const said = { printed: '', complained: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.printed = (said.printed + text).slice(-keptOutput);
    onPrinted?.(text);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.complained = (said.complained + text).slice(-keptOutput);
  });
  child.once('exit', stop); // Whatever the first process left running.
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    signal.throwIfAborted();
    // What every one of the wrapping programs says of a program that it can't start.
    if (code === 126 || code === 127) throw new Error(`${command[0]} did not start: ${said.complained}`);
    return { code, ...said };
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group is gone already.
  }
}
