import type { Logger } from 'pino';
import {
  type DocumentAnswer,
  type DocumentRefusal,
  type DocumentRequest,
  maxOpenDocuments,
} from '#shared/documents.ts';
import { JournalConflict } from '../persistence/Journal.ts';
import type { RoomState } from '../room/features.ts';
import type { Room } from '../room/Room.ts';
import { DocumentsInMemory, type UpdateStore } from './DocumentsInMemory.ts';
import { FieldsDoc } from './FieldsDoc.ts';
import { OpenDocument } from './OpenDocument.ts';
import type { DocumentSeat, DocumentWire, ReplyDocument } from './seats.ts';

/** What the Room's State says of its documents. */
export type DocumentRules = {
  /** The names of a document's fields; none when there is no such document. */
  fieldsOf(state: RoomState, docId: string): readonly string[];
  mayRead(state: RoomState, participantId: string, docId: string): boolean;
  mayWrite(state: RoomState, participantId: string, docId: string): boolean;
};

export type DocumentsParts = {
  readonly updates: UpdateStore;
  readonly rules: DocumentRules;
  readonly wire: (roomId: string) => DocumentWire;
  readonly now: () => number;
  readonly log: Logger;
};

const no = (refusal: DocumentRefusal): DocumentAnswer => ({ ok: false, refusal });
const done: DocumentAnswer = { ok: true, value: null };
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'base64');

/**
 * What is typed in a Room: its Worksheets' documents. Memory runs ahead of the disk, and nobody is told of
 * an update, its author included, before it is there.
 */
export class RoomDocuments {
  readonly #room: Room;
  readonly #parts: DocumentsParts;
  readonly #wire: DocumentWire;
  readonly #memory: DocumentsInMemory;
  readonly #unwatch: () => void;
  readonly #seats = new Map<string, DocumentSeat>();
  #state: RoomState;
  #closed: Promise<void> | null = null;

  constructor(room: Room, parts: DocumentsParts) {
    this.#room = room;
    this.#parts = parts;
    this.#wire = parts.wire(room.id);
    this.#memory = new DocumentsInMemory({
      roomId: room.id,
      epoch: room.epoch,
      ...parts,
      make: (docId, stored, written) => {
        const fields = new FieldsDoc(parts.rules.fieldsOf(this.#state, docId), stored);
        const namesIn = (message: unknown) => room.directory.namesIn(message);
        return new OpenDocument(docId, fields, written, { wire: this.#wire, namesIn });
      },
      failed: (error) => this.#failed(error),
    });
    this.#state = room.state;
    this.#unwatch = room.watch((state) => this.#stateChanged(state));
  }

  seatOpened(seat: DocumentSeat): void {
    this.#seats.set(seat.seatId, seat);
  }

  seatClosed(seatId: string): void {
    this.#seats.delete(seatId);
    for (const document of this.#memory.all()) this.#leave(document, seatId);
  }

  /** Replies leave in the order of what they say: what a Seat is told after one comes on top of it. */
  request(seatId: string, request: DocumentRequest, reply: ReplyDocument): void {
    const seat = this.#seats.get(seatId);
    const answer = seat && !this.#closed ? this.#answer(seat, request, reply) : no('notNow');
    if (answer) reply(answer);
  }

  /** Null where the reply has to wait for the disk. */
  #answer(seat: DocumentSeat, request: DocumentRequest, reply: ReplyDocument): DocumentAnswer | null {
    const document = this.#memory.get(request.docId);
    switch (request.type) {
      case 'open':
        return this.#open(seat, request.docId, bytesOf(request.stateVector), reply);
      case 'update':
        if (!this.#mayRead(seat, request.docId)) return no('notAllowed');
        if (!this.#mayWrite(seat, request.docId)) return no('readOnly');
        if (!document?.has(seat.seatId)) return no('notOpen');
        return this.#write(document, seat, bytesOf(request.update), reply);
      case 'awareness':
        document?.setField(seat.seatId, request.field);
        return done;
      case 'close':
        if (document) this.#leave(document, seat.seatId);
        return done;
    }
  }

  /** Resolves when all that was taken in so far is on disk, or has failed. */
  written(): Promise<void> {
    return new Promise((resolve) => this.#memory.after(resolve, resolve));
  }

  /** Takes nothing in any more; resolves when what was taken in is on disk, or has failed. Safe to call twice. */
  close(): Promise<void> {
    this.#unwatch();
    this.#closed ??= this.#memory.close();
    return this.#closed;
  }

  #mayRead({ participantId }: DocumentSeat, docId: string): boolean {
    return this.#parts.rules.mayRead(this.#state, participantId, docId);
  }

  #mayWrite({ participantId }: DocumentSeat, docId: string): boolean {
    return this.#parts.rules.mayWrite(this.#state, participantId, docId);
  }

  #open(seat: DocumentSeat, docId: string, has: Uint8Array, reply: ReplyDocument): DocumentAnswer | null {
    if (!this.#mayRead(seat, docId)) return no('notAllowed');
    const others = this.#memory.all().filter((d) => d.id !== docId && d.has(seat.seatId));
    if (others.length >= maxOpenDocuments) return no('tooMany');
    this.#memory.load(docId).then(
      (document) => {
        const answer = this.#enter(document, seat, has, reply);
        if (answer) reply(answer);
      },
      (error: unknown) => {
        this.#parts.log.error({ err: error, room: this.#room.id, docId }, 'a document could not be read');
        reply(no('notNow'));
      },
    );
    return null;
  }

  /** While it was read from disk the Seat may have gone, or its right, or all of memory. */
  #enter(
    document: OpenDocument,
    seat: DocumentSeat,
    has: Uint8Array,
    reply: ReplyDocument,
  ): DocumentAnswer | null {
    const { id, fields, written } = document;
    if (this.#closed || this.#memory.get(id) !== document || !this.#seats.has(seat.seatId))
      return no('notNow');
    if (!this.#mayRead(seat, id)) return no('notAllowed');
    const update = fields.since(has);
    if (!update) return no('badRequest');
    const mayWrite = this.#mayWrite(seat, id);
    document.join(seat, mayWrite);
    const { savedAt } = written;
    const value = { update: base64(update), mayWrite, savedAt, writing: document.writing() };
    // It holds what is still on its way to disk.
    this.#memory.after(
      () => reply({ ok: true, value }),
      () => reply(no('notNow')),
    );
    return null;
  }

  #write(
    document: OpenDocument,
    seat: DocumentSeat,
    bytes: Uint8Array,
    reply: ReplyDocument,
  ): DocumentAnswer | null {
    const { id: docId, fields } = document;
    const { participantId: author, seatId } = seat;
    const taken = fields.take(bytes, author);
    if (!fields.isWhole) {
      this.#parts.log.error({ room: this.#room.id, docId, author }, 'an update has spoilt a document');
      this.#readAgain(document);
    }
    if (taken.did === 'refuse') return no(taken.refusal);
    const at = this.#parts.now();
    const saved = () => reply({ ok: true, value: { savedAt: at } });
    const failed = () => reply(no('notNow'));
    if (taken.did === 'nothing') {
      this.#memory.after(saved, failed);
      return null;
    }
    const update = base64(taken.update);
    const tell = () => {
      this.#wire.tell(docId, 'readers', { type: 'update', docId, update, savedAt: at }, seatId);
      saved();
    };
    this.#memory.write(document, { author, update: taken.update, at }, tell, failed);
    return null;
  }

  #leave(document: OpenDocument, seatId: string): void {
    if (!document.has(seatId)) return;
    document.leave(seatId);
    if (!document.isInUse && !this.#closed) this.#memory.unused(document);
  }

  #stateChanged(state: RoomState): void {
    const before = this.#state;
    this.#state = state;
    if (state.worksheets === before.worksheets && state.people === before.people) return;
    for (const document of this.#memory.all()) {
      for (const seat of document.seats()) {
        const mayRead = this.#mayRead(seat, document.id);
        if (mayRead) document.setMayWrite(seat.seatId, this.#mayWrite(seat, document.id));
        else {
          this.#leave(document, seat.seatId);
          seat.notify({ type: 'closed', docId: document.id });
        }
      }
    }
  }

  /** Whoever has it open opens it again, from disk. */
  #readAgain(document: OpenDocument): void {
    this.#memory.forget(document.id);
    for (const seat of document.seats()) {
      document.leave(seat.seatId);
      seat.notify({ type: 'reopen', docId: document.id });
    }
  }

  #failed(error: unknown): void {
    const isConflict = error instanceof JournalConflict;
    const what = isConflict ? 'another node owns this Room' : 'documents failed and are read again';
    this.#parts.log.error({ err: error, room: this.#room.id }, what);
    if (!isConflict) {
      for (const document of this.#memory.all()) this.#readAgain(document);
      return;
    }
    // Nothing of this Room can be written here any more: whoever is in it comes back to its owner.
    void this.close();
    void this.#room.close();
    for (const seat of [...this.#seats.values()]) seat.drop();
  }
}
