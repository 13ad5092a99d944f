import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { SetupFailure } from './SetupFailure.mjs';

/** How many of a failing program's lines are shown, out of the last that are kept; all are in its log. */
const shownLines = 12;
const keptLines = 1_000;

/** Where a program begins to tell what went wrong: npm, compilers, apt. */
const beginsTrouble = /\berror\b|^E: |\bfatal\b|^FAILED/i;

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
  const kept = [];
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe', onStatus ? 'pipe' : 'ignore'],
  });
  const release = endWith(child);
  const keep = (/** @type {string} */ coloured) => {
    const line = stripVTControlCharacters(coloured);
    file.write(`${line}\n`);
    kept.push(line);
    if (kept.length > keptLines) kept.shift();
    onLine?.(line);
  };
  const read = [readLines(child.stdout, keep), readLines(child.stderr, keep)];
  if (onStatus) read.push(readLines(child.stdio[3], onStatus));
  try {
    const code = await new Promise((settle, reject) => {
      child.once('error', reject);
      child.once('close', (exitCode, signal) => settle(exitCode ?? signal));
    });
    await Promise.all(read);
    if (code !== 0) throw new Error(`ended with ${code}`);
  } catch (error) {
    throw new SetupFailure({
      failed: `${failed} (${command}: ${error instanceof Error ? error.message : error})`,
      tried: `${[command, ...args].join(' ')}${cwd ? `, in ${cwd}` : ''}; all its output is in ${log}`,
      next,
      output: tellingLines(kept).join('\n'),
    });
  } finally {
    release();
    await new Promise((settle) => file.end(() => settle(undefined)));
  }
}

/**
 * The lines that most likely say what went wrong: from the first that speaks of an error, or else the last.
 *
 * @param {readonly string[]} lines
 */
export function tellingLines(lines) {
  const trouble = lines.findIndex((line) => beginsTrouble.test(line));
  return trouble < 0 ? lines.slice(-shownLines) : lines.slice(trouble, trouble + shownLines);
}

/**
 * Calls back with each line, until the stream ends. The lines may come later than the program's end.
 *
 * @param {import('node:stream').Writable | import('node:stream').Readable | null | undefined} stream
 * @param {(line: string) => void} onLine
 */
async function readLines(stream, onLine) {
  if (!(stream instanceof Readable)) return;
  const lines = createInterface({ input: stream });
  lines.on('line', onLine);
  await once(lines, 'close');
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
