import type { DocumentAnswer, DocumentNotice, DocumentRequestType } from '#shared/documents.ts';
import { DocumentRequest } from '#shared/schemas/documents.ts';
import { RateLimit } from '../RateLimit.ts';
import { listenersIn, oneByOne } from './listeners.ts';
import type { Attachment, Io } from './socket.ts';

/** A Room's documents, as a socket needs them. */
export interface SeatsDocuments {
  seatOpened(seat: {
    seatId: string;
    participantId: string;
    notify(notice: DocumentNotice): void;
    listen(docId: string, listeners: string, on: boolean): void;
    drop(): void;
  }): void;
  seatClosed(seatId: string): void;
  request(seatId: string, request: DocumentRequest, reply: (answer: DocumentAnswer) => void): void;
}

/**
 * How many of each kind a Seat may ask a second. Our client sends what was typed while the last update was
 * on its way as one, and tells of a field when one goes to it.
 */
const perSecond: Record<DocumentRequestType, number> = { open: 5, update: 20, awareness: 5, close: 5 };

/** Socket.IO's room for those who hear of a document. */
const address = (roomId: string, docId: string, listeners: string) => `${roomId}/doc/${docId}/${listeners}`;

/** Carries what a Seat types, and what it is told of documents, on its socket. */
export const documentsOnSockets =
  (documentsOf: (roomId: string) => SeatsDocuments | undefined): Attachment =>
  (socket, room, { seatId, participantId }, intake) => {
    const documents = documentsOf(room.id);
    documents?.seatOpened({
      seatId,
      participantId,
      notify: (notice) => socket.emit('document', notice),
      listen(docId, listeners, on) {
        const heard = address(room.id, docId, listeners);
        if (on) void socket.join(heard);
        else void socket.leave(heard);
      },
      drop: () => socket.conn.close(),
    });
    const limits = new Map<DocumentRequestType, RateLimit>();
    const isWithinRate = (type: DocumentRequestType): boolean => {
      const limit = limits.get(type) ?? new RateLimit(perSecond[type]);
      limits.set(type, limit);
      return limit.take();
    };
    socket.on('document', (raw: unknown, reply: unknown) => {
      if (typeof reply !== 'function') return; // A hostile client may omit it.
      const answer = reply as (answer: DocumentAnswer) => void;
      const request = DocumentRequest.safeParse(raw);
      if (!request.success) answer({ ok: false, refusal: 'badRequest' });
      else if (!isWithinRate(request.data.type)) answer({ ok: false, refusal: 'tooFast' });
      else if (documents) documents.request(seatId, request.data, answer);
      else answer({ ok: false, refusal: 'notNow' });
    });
    socket.on('disconnect', () => intake.take(() => documents?.seatClosed(seatId)));
  };

/** Tells all who hear of a document: the class is, while the document is on the stage. */
export const documentWire = (io: Io) => (roomId: string) => ({
  tell(docId: string, heardBy: string, notice: DocumentNotice, exceptSeat?: string): void {
    const send = (seats: string[]) => io.to(seats).compress(false).emit('document', notice);
    void oneByOne(listenersIn(io, [address(roomId, docId, heardBy)], exceptSeat), send);
  },
});
