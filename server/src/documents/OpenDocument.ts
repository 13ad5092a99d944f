import type { Writers } from '#shared/documents.ts';
import type { FieldsDoc } from './FieldsDoc.ts';
import type { DocumentSeat, DocumentWire } from './seats.ts';

type Opener = { readonly seat: DocumentSeat; mayWrite: boolean; field: string | null };

/** Where a document's rows end. `rows`: how many there are since they were last merged. */
export type Written = { seq: number; rows: number; savedAt: number | null };

/** A document in memory, and who has it open. */
export class OpenDocument {
  readonly id: string;
  readonly fields: FieldsDoc;
  readonly written: Written;
  readonly #wire: DocumentWire;
  readonly #namesIn: (message: unknown) => Record<string, string>;
  readonly #openers = new Map<string, Opener>();

  constructor(
    id: string,
    fields: FieldsDoc,
    written: Written,
    told: { wire: DocumentWire; namesIn(message: unknown): Record<string, string> },
  ) {
    this.id = id;
    this.fields = fields;
    this.written = written;
    this.#wire = told.wire;
    this.#namesIn = told.namesIn;
  }

  get isInUse(): boolean {
    return this.#openers.size > 0;
  }

  seats(): DocumentSeat[] {
    return [...this.#openers.values()].map(({ seat }) => seat);
  }

  has(seatId: string): boolean {
    return this.#openers.has(seatId);
  }

  /** Lets a Seat in, or in again. */
  join(seat: DocumentSeat, mayWrite: boolean): void {
    this.leave(seat.seatId);
    this.#openers.set(seat.seatId, { seat, mayWrite, field: null });
    seat.listen(this.id, 'readers', true);
    if (mayWrite) seat.listen(this.id, 'writers', true);
  }

  leave(seatId: string): void {
    const opener = this.#openers.get(seatId);
    if (!opener) return;
    this.#openers.delete(seatId);
    opener.seat.listen(this.id, 'readers', false);
    opener.seat.listen(this.id, 'writers', false);
    if (opener.field !== null) this.#tellWriters();
  }

  /** Says so to whoever gets or loses the right. */
  setMayWrite(seatId: string, mayWrite: boolean): void {
    const opener = this.#openers.get(seatId);
    if (!opener || opener.mayWrite === mayWrite) return;
    opener.mayWrite = mayWrite;
    opener.seat.listen(this.id, 'writers', mayWrite);
    opener.seat.notify({ type: 'rights', docId: this.id, mayWrite });
    this.#setField(opener, null);
  }

  /** The field in which this Seat writes. */
  setField(seatId: string, field: string | null): void {
    const opener = this.#openers.get(seatId);
    if (opener?.mayWrite && (field === null || this.fields.hasField(field))) this.#setField(opener, field);
  }

  writing(): Writers {
    const writers = [...this.#openers.values()].flatMap(({ seat: { participantId }, field }) =>
      field === null ? [] : [{ participantId, field }],
    );
    return { writers, names: this.#namesIn(writers) };
  }

  #setField(opener: Opener, field: string | null): void {
    if (opener.field === field) return;
    opener.field = field;
    this.#tellWriters();
  }

  #tellWriters(): void {
    this.#wire.tell(this.id, 'writers', { type: 'awareness', docId: this.id, ...this.writing() });
  }
}
