import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterEach, expect, test, vi } from 'vitest';
import { connectWire } from '../../client/src/room/wire.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A server that lets nobody in just now, and this page's address on it. */
async function busyServer(): Promise<Server> {
  const http = createServer();
  const io = new Server(http);
  io.use((_socket, next) => next(new Error('busy')));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  vi.stubGlobal('location', new URL(`http://127.0.0.1:${port}/`));
  return io;
}

test.each([
  ['comes back by itself to a server that was busy', false, true],
  ['does not come back once its page is left, though the server was busy', true, false],
])('[SOCK7] a page %s', async (_, isLeft, comesBack) => {
  const io = await busyServer();
  const auth = { sessionId: 'session', participantId: 'person', secret: 'a secret of 20 or more' };
  const { promise: told, resolve: tell } = Promise.withResolvers<void>();
  const nothing = () => {};
  const { socket, close } = connectWire(auth, {
    snapshot: nothing,
    events: nothing,
    ended: nothing,
    refused: nothing,
    lost: () => {
      // From here on the time of the next try is the test's.
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      tell();
    },
  });
  await told;
  if (isLeft) close();
  vi.advanceTimersByTime(60_000);
  expect(socket.active).toBe(comesBack);
  close();
  vi.useRealTimers();
  await io.close();
});
