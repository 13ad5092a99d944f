import type { Logger } from 'pino';
import type { WorksheetUpdates } from '../persistence/worksheetUpdates.ts';
import { Batches } from './Batches.ts';
import type { StoredUpdate } from './FieldsDoc.ts';
import type { OpenDocument, Written } from './OpenDocument.ts';

export type UpdateStore = Pick<WorksheetUpdates, 'read' | 'append' | 'compact'>;

type Parts = {
  readonly roomId: string;
  readonly epoch: number;
  readonly updates: UpdateStore;
  readonly log: Logger;
  make(docId: string, stored: readonly StoredUpdate[], written: Written): OpenDocument;
  /** A write failed: memory holds what the disk may not have. */
  failed(error: unknown): void;
};

/** A document stays in memory this long after the last one has closed it, in milliseconds: groups come back. */
const keptUnused = 5 * 60_000;
/** Rows of one document that are read without much ado whenever it comes to memory; more are merged. */
const rowsKept = 200;

/** The documents of a Room that are in memory, how they come there from disk, and how they are written. */
export class DocumentsInMemory {
  readonly #parts: Parts;
  readonly #batches: Batches;
  readonly #loading = new Map<string, Promise<OpenDocument>>();
  readonly #open = new Map<string, OpenDocument>();
  readonly #unused = new Map<string, NodeJS.Timeout>();
  #merging: Promise<void> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
    const { updates, roomId, epoch } = parts;
    this.#batches = new Batches((rows) => updates.append(roomId, epoch, rows), parts.failed);
  }

  get(docId: string): OpenDocument | undefined {
    return this.#open.get(docId);
  }

  all(): OpenDocument[] {
    return [...this.#open.values()];
  }

  /** @throws when it can't be read; the next call tries again. */
  load(docId: string): Promise<OpenDocument> {
    const known = this.#loading.get(docId);
    if (known) return known;
    const loading = this.#read(docId);
    this.#loading.set(docId, loading);
    const isCurrent = () => this.#loading.get(docId) === loading;
    loading.then(
      (document) => {
        if (!isCurrent()) return;
        this.#open.set(docId, document);
        this.unused(document);
      },
      () => isCurrent() && this.#loading.delete(docId),
    );
    return loading;
  }

  /** Does it when all that was written so far is on disk, or says that it isn't. */
  after(then: () => void, failed: () => void): void {
    this.#batches.add(null, then, failed);
  }

  /** Does it when this change, too, is on disk. */
  write(
    { id: doc, written, fields }: OpenDocument,
    { author, update, at }: { author: string; update: Uint8Array; at: number },
    then: () => void,
    failed: () => void,
  ): void {
    written.seq += 1;
    written.rows += 1;
    written.savedAt = at;
    this.#batches.add({ doc, seq: written.seq, author, update, at }, then, failed);
    if (written.rows > rowsKept) this.#merge({ id: doc, written, fields });
  }

  /** Lets a document that nobody has open go in a while. */
  unused(document: OpenDocument): void {
    this.#keep(document.id);
    const drop = () => {
      if (document.isInUse || this.#open.get(document.id) !== document) return;
      this.forget(document.id);
      this.#merge(document);
    };
    this.#unused.set(document.id, setTimeout(drop, keptUnused).unref());
  }

  #keep(docId: string): void {
    clearTimeout(this.#unused.get(docId));
    this.#unused.delete(docId);
  }

  /** From here on it is read from disk again. */
  forget(docId: string): void {
    this.#keep(docId);
    this.#open.delete(docId);
    this.#loading.delete(docId);
  }

  /** Resolves when all that was written is on disk, or has failed; then nothing is in memory. */
  async close(): Promise<void> {
    for (const document of this.#open.values()) this.#merge(document);
    for (const docId of [...this.#loading.keys()]) this.forget(docId);
    await this.#batches.settled();
    await this.#merging;
  }

  async #read(docId: string): Promise<OpenDocument> {
    // What was written before the document was forgotten may still be on its way.
    await this.#batches.settled();
    const rows = await this.#parts.updates.read(this.#parts.roomId, docId);
    const last = rows.at(-1);
    return this.#parts.make(docId, rows, {
      seq: last?.seq ?? 0,
      rows: rows.length,
      savedAt: last?.at ?? null,
    });
  }

  /** One after the other: a merge looks for the row where the one before it left off. */
  #merge({ id: doc, written, fields }: Pick<OpenDocument, 'id' | 'written' | 'fields'>): void {
    const { seq, rows, savedAt } = written;
    if (rows < 2 || !fields.isWhole) return;
    written.rows = 1;
    const merged = { doc, seq, update: fields.state(), at: savedAt ?? 0 };
    const { updates, roomId, epoch, log } = this.#parts;
    const merge = () => updates.compact(roomId, epoch, merged);
    this.#batches.add(
      null,
      () => {
        this.#merging = this.#merging.then(merge).catch((error: unknown) => {
          log.error({ err: error, room: roomId, doc }, 'the updates of a document were not merged');
        });
      },
      () => {},
    );
  }
}
