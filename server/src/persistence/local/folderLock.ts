import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Held until it is released or its process ends, by whatever means. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes the one lock of a folder. It is a Linux abstract socket, which the kernel takes back when the
 * process ends, SIGKILL included, so no stale lock file can keep the next start out. The name comes from the folder's device
 * and inode, so that a symbolic link or a second mount of the same folder meets the same lock.
 *
 * @throws an Error with a sentence for people when another process holds it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const { dev, ino } = await stat(folder);
  const name = `\0score-classroom-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 32)}`;
  const deadline = performance.now() + 5000;
  for (;;) {
    const server = await listen(name);
    if (server) return { release: () => new Promise((resolve) => server.close(() => resolve())) };
    const owner = await ownerOf(name);
    if (owner !== null || performance.now() > deadline) {
      throw new Error(
        `Another SCORE Classroom server${owner === null ? '' : ` (process ${owner})`} is using the data folder ` +
          `${folder}. Stop it first, or give this one a folder of its own with SCORE_DATA.`,
      );
    }
    await delay(20); // Who does not answer was perhaps just killed, and the kernel is still clearing up.
  }
}

/** Listens under the name and tells whoever connects our process id; null when the name is taken. */
function listen(name: string): Promise<Server | null> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy()); // Who asks may be gone before the answer.
    socket.end(String(process.pid));
  });
  server.unref(); // The lock alone keeps no process running.
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(name, () => resolve(server));
  });
}

/** The holder's process id, or null when it does not answer within a second. */
function ownerOf(name: string): Promise<string | null> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(name);
    socket.setTimeout(1000, () => socket.destroy());
    socket.on('data', (bytes) => {
      answer += bytes;
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(/^\d{1,10}$/.test(answer) ? answer : null));
  });
}
