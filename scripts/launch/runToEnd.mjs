import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';

/**
 * A signal often comes more than once: Ctrl-C from the terminal and from npm, SIGTERM from `timeout` to each
 * process and to their group. What comes again within this time is the same wish. Milliseconds.
 */
const sameWish = 500;

/** Starts a program that the kernel kills when this process dies. Part of Debian's util-linux. */
const setpriv = '/usr/bin/setpriv';

/**
 * Runs a program in the foreground until it ends, passes signals on to it once each, and gives its exit code.
 * The program is the first of a process group of its own, or it would get each signal twice, and a server
 * that was asked to stop would take the second for "at once". Out of our group, it would outlive us when
 * the group is killed by SIGKILL, which nobody can pass on: setpriv has the kernel do that.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env: NodeJS.ProcessEnv, cwd?: string }} options
 * @returns {Promise<number>} The exit code, or 128 and the number of the signal that ended it.
 */
export async function runToEnd(command, args, { env, cwd }) {
  const options = /** @type {const} */ ({ env, cwd, stdio: 'inherit', detached: true });
  const child = existsSync(setpriv)
    ? spawn(setpriv, ['--pdeathsig', 'KILL', command, ...args], options)
    : spawn(command, args, options);
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
    if (now - (passedAt.get(signal) ?? Number.NEGATIVE_INFINITY) < sameWish) return;
    passedAt.set(signal, now);
    child.kill(signal);
  };
  for (const signal of signals) process.on(signal, pass);
  return () => {
    for (const signal of signals) process.off(signal, pass);
  };
}
