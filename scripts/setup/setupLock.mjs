import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { SetupFailure } from './SetupFailure.mjs';

/** How often the other set-up is looked at, in milliseconds. */
const lookEvery = 300;

/**
 * Does the work while no other set-up of this user does: two that install into one folder at the same time
 * would break each other. A lock whose process is gone is taken over.
 *
 * @template T
 * @param {string} file The lock; it holds the process of its owner.
 * @param {(line: string) => void} print Told when another set-up is waited for.
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSetupLock(file, print, work) {
  let told = false;
  while (!take(file)) {
    const owner = ownerOf(file);
    if (owner !== undefined && owner !== processMark(Number.parseInt(owner, 10))) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told) print(`• Waiting for another set-up, process ${owner ?? 'unknown'}; its lock is ${file}`);
    told = true;
    await setTimeout(lookEvery);
  }
  const release = () => rmSync(file, { force: true });
  // A set-up that is ended by a signal while a program runs goes through process.exit.
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/**
 * Creates the lock; false when it is there already.
 *
 * @param {string} file
 */
function take(file) {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, processMark(process.pid) ?? '', { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw new SetupFailure({
      failed: `The folder ${dirname(file)} can not be written (${error instanceof Error ? error.message : error}).`,
      tried: 'to keep Node 24 and the media worker there',
      next: 'Make your home folder writable, or name another one: XDG_CACHE_HOME=/some/folder npm start',
    });
  }
}

/** @param {string} file */
function ownerOf(file) {
  try {
    return readFileSync(file, 'utf8') || undefined;
  } catch {
    return undefined;
  }
}

/**
 * What tells a process from a later one of the same id: its id and, on Linux, when it started. Ids come
 * again soon in containers, where they begin at 1.
 *
 * @param {number} pid
 * @returns {string | undefined} Undefined when there is no such process.
 */
function processMark(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return undefined;
  }
  try {
    // The start is field 22; the second field is a name in parentheses that may hold spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return `${pid} ${fields[19]}`;
  } catch {
    return `${pid}`;
  }
}
