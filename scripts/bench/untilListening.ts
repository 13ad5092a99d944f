import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** In milliseconds. */
const patience = 10_000;
const between = 50;

/** Resolves once something on this machine takes connections on a TCP port. @throws when nothing does for 10 s. */
export async function untilListening(port: number): Promise<void> {
  const until = performance.now() + patience;
  while (!(await isListening(port))) {
    if (performance.now() > until) throw new Error(`Nothing listens on port ${port}.`);
    await pause(between);
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}
