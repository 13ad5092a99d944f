import type { ServerTime } from './basics.ts';
import type { DocumentRequest } from './schemas/documents.ts';
import type { Names } from './socket.ts';

export type { DocumentRequest };

/**
 * What is typed into Worksheets, over the one socket: the event `document`, from the client with an
 * acknowledgement. A document is a Yjs document; each field is a top-level Y.Text of the field's id.
 */

/** One update, in bytes: a long text pasted at once is a fifth of it. */
export const maxUpdateBytes = 64 * 1024;
/** A document, deletions included, in bytes. */
export const maxDocumentBytes = 256 * 1024;
/** A field, in UTF-16 units, as browsers count what a text area holds. */
export const maxFieldLength = 5_000;
/** Insertions apart from each other in one update. */
export const maxUpdateParts = 2_000;
/** Documents that a Seat has open at a time. */
export const maxOpenDocuments = 8;

export type DocumentRequestType = DocumentRequest['type'];

/** Who writes where; somebody with two pages open is there once for each. */
export type Writers = { writers: readonly { participantId: string; field: string }[]; names: Names };

export interface DocumentAnswers {
  open: {
    update: string;
    mayWrite: boolean;
    /** When the last update was written to disk; null while there is none. */
    savedAt: ServerTime | null;
    writing: Writers;
  };
  update: { savedAt: ServerTime };
  awareness: null;
  close: null;
}

/**
 * - `notAllowed`: this person may not read it, or there is no such document.
 * - `readOnly`: this person may not write in it, or not any more.
 * - `fieldFull`, `full`: a field, or the document, would hold more than it can.
 * - `discarded`: the update was not understood, or leans on something that the server doesn't have.
 * - `notOpen`: this Seat has not opened it, or has to open it again.
 * - `notNow`: it could not be read or written; worth another try.
 *
 * After `fieldFull`, `full` and `discarded` the client's copy holds what no other will: it begins anew.
 */
export const documentRefusals = [
  'badRequest',
  'tooFast',
  'tooMany',
  'notAllowed',
  'readOnly',
  'fieldFull',
  'full',
  'discarded',
  'notOpen',
  'notNow',
] as const;
export type DocumentRefusal = (typeof documentRefusals)[number];

export type DocumentAnswer<T extends DocumentRequestType = DocumentRequestType> =
  | { ok: true; value: DocumentAnswers[T] }
  | { ok: false; refusal: DocumentRefusal };

/** What the server tells of a document that a Seat has open: the event `document`. */
export type DocumentNotice =
  /** What somebody else wrote; it is on disk. */
  | { type: 'update'; docId: string; update: string; savedAt: ServerTime }
  /** The right to write came or went. */
  | { type: 'rights'; docId: string; mayWrite: boolean }
  /** This person may not read it any more. */
  | { type: 'closed'; docId: string }
  /** The server has lost its copy and reads it from disk: open it again, and send what was not acknowledged. */
  | { type: 'reopen'; docId: string }
  | ({ type: 'awareness'; docId: string } & Writers);
