import type { MediaWire } from '../media/MediaWire.ts';
import type { RoomSocket } from './wire.ts';

/** A media request is answered within a round trip and some work of a worker's; after this long, in milliseconds, never. */
const answerWithin = 8_000;

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
});
