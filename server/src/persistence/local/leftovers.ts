import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A fast shutdown writes what is in memory to disk, which takes a moment on a slow one. */
const fastStopMs = 30_000;

/** How the folders begin that are made for a socket when its place beside the cluster has too long a path. */
export const temporarySocketFolder = join(tmpdir(), 'score-classroom-socket-');

/**
 * Stops PostgreSQL processes that an earlier server, ended by SIGKILL or a crash, left running on this
 * cluster, and removes what they leave lying; no data is lost. They are found by their working
 * directory, which PostgreSQL sets to the cluster: a process id in postmaster.pid may by now be someone
 * else's, at which PostgreSQL itself would refuse to start. Call it only under the data folder's lock,
 * so that no living server uses them.
 *
 * @returns how many processes there were.
 * @throws an Error when they survive SIGKILL for 10 s.
 */
export async function stopLeftovers(cluster: string): Promise<number> {
  const pidFile = join(cluster, 'postmaster.pid');
  const [pid, , , , socketFolder] = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n');
  const found = await processesIn(cluster);
  if (found.includes(Number(pid))) {
    signal([Number(pid)], 'SIGINT'); // Fast shutdown: end the sessions, write a checkpoint, exit.
    await gone(cluster, fastStopMs);
  }
  // Sessions without their postmaster, or one that hangs. The Journal's rows are in the write-ahead
  // log, so quitting at once costs the next start a moment and no row.
  signal(await processesIn(cluster), 'SIGQUIT');
  await gone(cluster, 5000);
  signal(await processesIn(cluster), 'SIGKILL');
  if (!(await gone(cluster, 10_000))) {
    throw new Error(`PostgreSQL processes still hold ${cluster} and can't be ended.`);
  }
  await rm(pidFile, { force: true });
  // PostgreSQL's user wrote this path, so it is believed only where it is one of the folders we made.
  if (socketFolder === `${temporarySocketFolder}${basename(socketFolder ?? '').slice(-6)}`) {
    await rm(socketFolder, { recursive: true, force: true });
  }
  return found.length;
}

/**
 * The processes whose working directory is the cluster, or was before somebody deleted it. Those that
 * are exiting have none any more.
 */
async function processesIn(cluster: string): Promise<number[]> {
  const real = await realpath(cluster).catch(() => cluster);
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const folders = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => null)));
  return pids
    .filter((_, index) => folders[index] === real || folders[index] === `${real} (deleted)`)
    .map(Number);
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It has ended by itself in the meantime.
    }
  }
}

/** Waits until no process is left in the cluster; false when the time is over. */
async function gone(cluster: string, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while ((await processesIn(cluster)).length > 0) {
    if (performance.now() > deadline) return false;
    await delay(20);
  }
  return true;
}
