import type { DocumentAnswer, DocumentNotice } from '#shared/documents.ts';

/** Who hears of a document: all who have it open, or those of them who may write in it. */
export type Listeners = 'readers' | 'writers';

/** One connection, as the documents see it. */
export interface DocumentSeat {
  readonly seatId: string;
  readonly participantId: string;
  notify(notice: DocumentNotice): void;
  /** From now on the Seat is, or is not, among a document's listeners. */
  listen(docId: string, listeners: Listeners, on: boolean): void;
  /** Closes the connection; the client will come back by itself. */
  drop(): void;
}

/** All connections of a Room by document; each message is encoded once. */
export interface DocumentWire {
  tell(docId: string, listeners: Listeners, notice: DocumentNotice, exceptSeat?: string): void;
}

export type ReplyDocument = (answer: DocumentAnswer) => void;
