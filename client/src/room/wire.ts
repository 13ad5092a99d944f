import { io, type Socket } from 'socket.io-client';
import type {
  ClientToServer,
  ConnectProblem,
  EndReason,
  EventBatch,
  ServerToClient,
  Snapshot,
  SocketAuth,
} from '#shared/socket.ts';

export type RoomSocket = Socket<ServerToClient, ClientToServer>;

export type WireHandlers = {
  snapshot(snapshot: Snapshot): void;
  events(batch: EventBatch): void;
  /** The connection is gone; it is being tried again. */
  lost(): void;
  ended(reason: EndReason): void;
  /** The server won't let this device in; trying again would not help. */
  refused(problem: ConnectProblem): void;
};

/**
 * One connection to the Room; the only place that knows Socket.IO. It comes back by itself: an outage
 * must not last longer than the network's, so attempts are short and never far apart.
 */
export function connectWire(
  auth: SocketAuth,
  handlers: WireHandlers,
): { readonly socket: RoomSocket; close(): void } {
  let again: ReturnType<typeof setTimeout> | undefined;
  const socket: RoomSocket = io({
    auth,
    // WebSocket first: one round trip less. Where a proxy breaks it, polling still carries the class.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    timeout: 3_000,
    reconnectionDelay: 200,
    reconnectionDelayMax: 1_000,
  });
  socket.on('snapshot', handlers.snapshot);
  socket.on('events', handlers.events);
  socket.on('ended', (reason) => {
    socket.disconnect();
    handlers.ended(reason);
  });
  socket.on('disconnect', () => handlers.lost());
  socket.on('connect_error', (error) => {
    const problem = problemOf(error.message);
    if (problem && problem !== 'busy') {
      socket.disconnect();
      handlers.refused(problem);
      return;
    }
    handlers.lost();
    // After a refusal by the server's own word Socket.IO doesn't try again by itself.
    if (problem === 'busy') again = setTimeout(() => socket.connect(), 1_000);
  });
  return {
    socket,
    close() {
      clearTimeout(again);
      socket.disconnect();
    },
  };
}

const problems: readonly string[] = [
  'badRequest',
  'linkRevoked',
  'removed',
  'outdated',
  'busy',
] satisfies ConnectProblem[];
const problemOf = (message: string): ConnectProblem | null =>
  problems.includes(message) ? (message as ConnectProblem) : null;
