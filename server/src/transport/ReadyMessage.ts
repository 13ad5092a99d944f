import type { EventBatch } from '#shared/socket.ts';
import type { Io, SeatSocket } from './socket.ts';

/** What `ws` offers, which carries the bytes of a Socket.IO connection. */
type WebSocket = { send(bytes: Buffer, options: { binary: boolean; compress: boolean }): void };

const asText = { binary: false, compress: false };

/**
 * Events that are encoded once for all who are told. Engine.IO takes some 5 µs to pass a message on to one
 * socket and encodes its text for each, which is twice what writing it takes; so where nothing is on its
 * way to a socket, its bytes are given to the WebSocket themselves.
 */
export class ReadyMessage {
  readonly #batch: EventBatch;
  readonly #bytes: Buffer;

  constructor(batch: EventBatch) {
    this.#batch = batch;
    // Engine.IO's "message" and Socket.IO's "event", as docs/protocol.md has it.
    this.#bytes = Buffer.from(`42${JSON.stringify(['events', batch])}`);
  }

  /** Never compressed: that would be done once for each of them. */
  tell(io: Io, socketIds: readonly string[]): void {
    for (const id of socketIds) {
      const socket = io.sockets.sockets.get(id);
      if (!socket) continue;
      const idle = idleWebSocket(socket);
      if (idle) idle.send(this.#bytes, asText);
      else socket.compress(false).emit('events', this.#batch);
    }
  }
}

/** Null where Engine.IO still has to write something that must come first, or polls. */
function idleWebSocket({ conn }: SeatSocket): WebSocket | null {
  const { transport, request } = conn;
  if (conn.readyState !== 'open' || transport.name !== 'websocket' || !transport.writable) return null;
  return (request as { websocket?: WebSocket }).websocket ?? null;
}
