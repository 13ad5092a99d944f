import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Ctrl-C in a terminal reaches this process twice, from the terminal and from npm. What comes again within
 * this time is the same key press. Milliseconds.
 */
const samePress = 500;

/**
 * Runs a program in the foreground until it ends, passes signals on to it once each, and gives its exit code.
 * The program is the first of a process group of its own, or a terminal would send it each signal too, and
 * a server that was asked to stop would take the second for "at once".
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env: NodeJS.ProcessEnv, cwd?: string }} options
 * @returns {Promise<number>} The exit code, or 128 and the number of the signal that ended it.
 */
export async function runToEnd(command, args, { env, cwd }) {
  const child = spawn(command, args, { env, cwd, stdio: 'inherit', detached: true });
  const release = passSignals(child);
  try {
    return await new Promise((settle, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => settle(code ?? 128 + (signal ? constants.signals[signal] : 0)));
    });
  } finally {
    release();
  }
}

/** @param {import('node:child_process').ChildProcess} child */
function passSignals(child) {
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  /** @type {Map<NodeJS.Signals, number>} */
  const passedAt = new Map();
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    const now = Date.now();
    if (now - (passedAt.get(signal) ?? Number.NEGATIVE_INFINITY) < samePress) return;
    passedAt.set(signal, now);
    child.kill(signal);
  };
  for (const signal of signals) process.on(signal, pass);
  return () => {
    for (const signal of signals) process.off(signal, pass);
  };
}
