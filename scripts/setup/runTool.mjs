import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { SetupFailure } from './SetupFailure.mjs';

/** How many of a failing program's last lines are shown; the rest is in its log. */
const shownLines = 15;

/**
 * Runs one program of the set-up to its end. Its output goes to a log and not to the terminal, where a
 * step shows one line; when it fails, its last lines are shown.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} options
 * @param {string} options.log The file that keeps the output.
 * @param {string} options.failed What it means when the program fails, as a sentence.
 * @param {string} options.next What to do then, as a sentence.
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {(line: string) => void} [options.onLine] Called with each line of output.
 * @param {(line: string) => void} [options.onStatus] Called with each line on file descriptor 3.
 */
export async function runTool(command, args, { log, failed, next, cwd, env, onLine, onStatus }) {
  mkdirSync(dirname(log), { recursive: true });
  const file = createWriteStream(log, { flags: 'a' });
  file.write(`$ ${[command, ...args].join(' ')}\n`);
  /** @type {string[]} */
  const last = [];
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe', onStatus ? 'pipe' : 'ignore'],
  });
  const release = endWith(child);
  const keep = (/** @type {string} */ line) => {
    file.write(`${line}\n`);
    last.push(line);
    if (last.length > shownLines) last.shift();
    onLine?.(line);
  };
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', keep);
  }
  const status = child.stdio[3];
  if (onStatus && status && 'read' in status) createInterface({ input: status }).on('line', onStatus);
  try {
    const code = await new Promise((settle, reject) => {
      child.once('error', reject);
      child.once('close', (exitCode, signal) => settle(exitCode ?? signal));
    });
    if (code !== 0) throw new Error(`ended with ${code}`);
  } catch (error) {
    throw new SetupFailure({
      failed: `${failed} (${command}: ${error instanceof Error ? error.message : error})`,
      tried: `${[command, ...args].join(' ')}${cwd ? `, in ${cwd}` : ''}; all its output is in ${log}`,
      next,
      output: last.join('\n'),
    });
  } finally {
    release();
    await new Promise((settle) => file.end(() => settle(undefined)));
  }
}

/**
 * Ends the child, and then this process, when this process is told to end: a set-up that is stopped
 * leaves no compiler running.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
function endWith(child) {
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const end = (/** @type {NodeJS.Signals} */ signal) => {
    child.kill(signal);
    child.once('close', () => process.exit(128 + constants.signals[signal]));
  };
  for (const signal of signals) process.on(signal, end);
  return () => {
    for (const signal of signals) process.off(signal, end);
  };
}
