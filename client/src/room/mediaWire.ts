import type { MediaWire } from '../media/MediaWire.ts';
import type { RoomSocket } from './wire.ts';

/** A media request is answered within a round trip and some work of a worker's; after this long, in milliseconds, never. */
const answerWithin = 8_000;

/** A message there and back takes less on every network that carries a class, in milliseconds. */
const livesWithin = 2_000;

/** Media's wire over the Room's socket. Nothing waits for a later connection: there, media begins anew. */
export const mediaWireOf = (socket: RoomSocket): MediaWire => ({
  request: (request) =>
    socket.connected
      ? socket.timeout(answerWithin).emitWithAck('media', request)
      : Promise.reject(new Error('not connected')),
  onNotice(listener) {
    socket.on('media', listener);
    return () => socket.off('media', listener);
  },
  doubt: () => void makeSure(socket),
});

/** Socket.IO itself notices after 18 s that nothing comes. */
async function makeSure(socket: RoomSocket): Promise<void> {
  const { id } = socket;
  if (!socket.connected) return;
  try {
    await socket.timeout(livesWithin).emitWithAck('clock');
  } catch {
    // Unless it has begun anew by itself meanwhile.
    if (socket.connected && socket.id === id) socket.disconnect().connect();
  }
}
