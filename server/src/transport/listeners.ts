import { setImmediate } from 'node:timers/promises';
import type { Io } from './socket.ts';

/** One write for each socket takes 4 to 10 µs, so that these take half a millisecond at most. */
const mostAtOnce = 50;

/**
 * The sockets that are in any of these Socket.IO rooms now, in parts of which each is told with one
 * message that is encoded once: telling a thousand in one go would keep everybody else waiting.
 */
export function* listenersIn(io: Io, addresses: readonly string[], except?: string): Generator<string[]> {
  const { rooms } = io.sockets.adapter;
  const all = new Set(addresses.flatMap((address) => [...(rooms.get(address) ?? [])]));
  if (except !== undefined) all.delete(except);
  const sockets = [...all];
  for (let from = 0; from < sockets.length; from += mostAtOnce) yield sockets.slice(from, from + mostAtOnce);
}

/**
 * Sends to one part in each turn of the loop, so that what is sent first also arrives first.
 */
export async function oneByOne(parts: Iterable<string[]>, send: (sockets: string[]) => void): Promise<void> {
  let isFirst = true;
  for (const sockets of parts) {
    if (!isFirst) await setImmediate();
    isFirst = false;
    send(sockets);
  }
}
