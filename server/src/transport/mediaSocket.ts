import type { MediaAnswer, MediaNotice } from '#shared/media.ts';
import { MediaRequest } from '#shared/schemas/media.ts';
import type { Attachment } from './socket.ts';

/** A Room's media, as a socket needs it. */
export interface SeatsMedia {
  seatOpened(seat: { seatId: string; participantId: string; notify(notice: MediaNotice): void }): void;
  seatClosed(seatId: string): void;
  request(seatId: string, request: MediaRequest): Promise<MediaAnswer>;
}

/** Carries a Seat's media requests and notices on its socket. */
export const mediaOnSockets =
  (mediaOf: (roomId: string) => SeatsMedia): Attachment =>
  (socket, room, { seatId, participantId }, intake) => {
    const media = mediaOf(room.id);
    media.seatOpened({ seatId, participantId, notify: (notice) => socket.emit('media', notice) });
    socket.on('media', (raw: unknown, reply: unknown) => {
      if (typeof reply !== 'function') return; // A hostile client may omit it.
      const request = MediaRequest.safeParse(raw);
      if (request.success) void media.request(seatId, request.data).then((answer) => reply(answer));
      else reply({ ok: false, refusal: 'badRequest' } satisfies MediaAnswer);
    });
    socket.on('disconnect', () => intake.take(() => media.seatClosed(seatId)));
  };
