import { expect, test } from 'vitest';
import { listenersIn, oneByOne } from './listeners.ts';
import type { Io } from './socket.ts';

const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `socket-${from + n}`);
const rooms = new Map([
  ['class', new Set(ids(0, 1_000))],
  ['staff', new Set(ids(995, 1_005))],
]);
const io = { sockets: { adapter: { rooms } } } as unknown as Io;

test('[ROOM12] a thousand are told in small parts, each of them once', () => {
  const parts = [...listenersIn(io, ['class', 'staff', 'nobody'], 'socket-7')];
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(50);
  expect(parts.flat()).toEqual(ids(0, 1_005).filter((id) => id !== 'socket-7'));
  // Socket.IO would take no part at all for everybody.
  expect([...listenersIn(io, ['nobody'])]).toEqual([]);
});

test('[ROOM12] others have their turn between two parts, and what is sent first comes first', async () => {
  const heard: string[] = [];
  const sends = (what: string) =>
    oneByOne([['a'], ['b'], ['c']], ([who]) => void heard.push(`${what} to ${who}`));
  const first = sends('first');
  const second = sends('second');
  setImmediate(() => heard.push('a turn'));
  await Promise.all([first, second]);
  expect(heard).toEqual([
    'first to a',
    'second to a',
    'first to b',
    'second to b',
    'a turn',
    'first to c',
    'second to c',
  ]);
});
