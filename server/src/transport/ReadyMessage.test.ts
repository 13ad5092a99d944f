import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import type { EventBatch, Snapshot } from '#shared/socket.ts';
import { ReadyMessage } from './ReadyMessage.ts';
import { createIo, type Io, type SeatSocket } from './socket.ts';

let io: Io | null = null;
afterEach(() => io?.close());

/** One connection by hand, seen from both ends; what came to it is kept as it came. */
async function connected(): Promise<{
  io: Io;
  seat: SeatSocket;
  came: string[];
  until(n: number): Promise<void>;
}> {
  const http = createServer();
  const server = createIo(http);
  io = server;
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const arrived = new Promise<SeatSocket>((resolve) => server.once('connection', resolve));
  const client = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
  const came: string[] = [];
  client.on('message', (bytes) => {
    const text = String(bytes);
    if (text.startsWith('0')) client.send('40');
    if (text.startsWith('42')) came.push(text.slice(2));
  });
  const seat = await arrived;
  const until = async (n: number) => {
    while (came.length < n) await once(client, 'message');
  };
  return { io: server, seat, came, until };
}

const batch = (page: number): EventBatch => ({
  events: [{ feature: 'slides', type: 'pageShown', page }],
  names: { 'member-1': '王芳' },
});

test('what is told goes to the WebSocket itself where nothing is on its way, and arrives as Socket.IO sends it', async () => {
  const { io: server, seat, came, until } = await connected();
  // Engine.IO has written what makes the connection by then.
  while (!seat.conn.transport.writable) await once(seat.conn, 'drain');
  let throughEngine = 0;
  seat.conn.on('packetCreate', () => throughEngine++);
  new ReadyMessage(batch(7)).tell(server, [seat.id, 'somebody-gone']);
  expect(throughEngine).toBe(0);
  seat.emit('events', batch(7));
  await until(2);
  expect(JSON.parse(came[0] ?? '')).toEqual(['events', batch(7)]);
  expect(came[0]).toBe(came[1]);
});

test('[ROOM1] Events don’t overtake a snapshot that is being compressed, or that waits for it', async () => {
  const { io: server, seat, came, until } = await connected();
  const large = (n: number) =>
    ({ view: Array.from({ length: 3_000 }, (_, i) => i * n) }) as unknown as Snapshot;
  seat.emit('snapshot', large(1));
  seat.emit('snapshot', large(2));
  new ReadyMessage(batch(1)).tell(server, [seat.id]);
  seat.emit('snapshot', large(3));
  new ReadyMessage(batch(2)).tell(server, [seat.id]);
  await until(5);
  const kinds = came.map((text) => JSON.parse(text)[0]);
  expect(kinds).toEqual(['snapshot', 'snapshot', 'events', 'snapshot', 'events']);
  expect(came[4]).toContain('"page":2');
});
