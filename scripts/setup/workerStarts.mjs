import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * mediasoup's worker ends with this code when nobody started it as a worker should be; its own install
 * script uses that to see whether a binary runs on this system.
 */
const notStartedByMediasoup = 41;

/** A worker that runs answers at once; this is for one that hangs. Milliseconds. */
const patience = 5_000;

/**
 * Whether the binary is a media worker that runs on this system.
 *
 * @param {string} path
 * @returns {Promise<boolean>}
 */
export async function workerStarts(path) {
  // Under a path that is no folder, spawn throws where it usually emits an error.
  if (!existsSync(path)) return false;
  return new Promise((settle) => {
    const child = spawn(path, [], { env: {}, stdio: 'ignore', timeout: patience, killSignal: 'SIGKILL' });
    child.once('error', () => settle(false));
    child.once('close', (code) => settle(code === notStartedByMediasoup));
  });
}
