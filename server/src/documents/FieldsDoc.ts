import * as Y from 'yjs';
import { type DocumentRefusal, maxDocumentBytes, maxFieldLength } from '#shared/documents.ts';
import { readUpdate } from './readUpdate.ts';

/** An update as it is stored, and who wrote it; null where the updates of several were merged. */
export type StoredUpdate = { readonly author: string | null; readonly update: Uint8Array };

export type Taken =
  | { readonly did: 'change'; readonly update: Uint8Array }
  /** All of it was known already. */
  | { readonly did: 'nothing' }
  | {
      readonly did: 'refuse';
      readonly refusal: Extract<DocumentRefusal, 'fieldFull' | 'full' | 'discarded'>;
    };

/** A Worksheet's Yjs document: text in the fields, within the limits, and nothing else. */
export class FieldsDoc {
  readonly #doc = new Y.Doc();
  readonly #texts: ReadonlyMap<string, Y.Text>;
  /** Whose pages wrote as which of Yjs's clients, so that nobody writes as another's. */
  readonly #authors = new Map<number, string>();
  /** At least as many bytes as the document has. */
  #bytes = 0;
  #lastChange: Uint8Array | null = null;
  #threw = false;

  /** @throws when the stored updates don't make a whole document. */
  constructor(fields: readonly string[], stored: readonly StoredUpdate[]) {
    this.#texts = new Map(fields.map((field) => [field, this.#doc.getText(field)]));
    for (const { author, update } of stored) {
      Y.applyUpdate(this.#doc, update);
      if (author === null) continue;
      for (const client of Y.parseUpdateMeta(update).to.keys()) this.#authors.set(client, author);
    }
    if (!this.isWhole) throw new Error('The stored updates of this document lack some of the earlier ones.');
    this.#bytes = this.state().length;
    this.#doc.on('update', (update: Uint8Array) => {
      this.#lastChange = update;
    });
  }

  /** Nothing waits out of sight for something that it leans on. False only when `take` was fooled, or threw. */
  get isWhole(): boolean {
    const { pendingStructs, pendingDs } = this.#doc.store;
    const isClean =
      pendingStructs === null && pendingDs === null && this.#doc.share.size === this.#texts.size;
    return isClean && !this.#threw;
  }

  /** The whole document as one update. */
  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc);
  }

  /** What somebody lacks who has that much; null when that is no state vector. */
  since(stateVector: Uint8Array): Uint8Array | null {
    try {
      return Y.encodeStateAsUpdate(this.#doc, stateVector);
    } catch {
      return null;
    }
  }

  hasField(field: string): boolean {
    return this.#texts.has(field);
  }

  /**
   * Applies what somebody wrote, or leaves everything as it was. A change comes back as it is to be stored
   * and told: only what was new, in Yjs's own bytes. Look at `isWhole` afterwards.
   */
  take(update: Uint8Array, author: string): Taken {
    const contents = readUpdate(update, {
      fields: new Set(this.#texts.keys()),
      clockOf: (client) => Y.getState(this.#doc.store, client),
    });
    const { client = null, inserted = 0 } = contents ?? {};
    const isOthers = client !== null && (this.#authors.get(client) ?? author) !== author;
    if (!contents || isOthers) return { did: 'refuse', refusal: 'discarded' };
    const refusal = this.#overLimit(update, inserted);
    if (refusal) return { did: 'refuse', refusal };

    this.#lastChange = null;
    try {
      Y.applyUpdate(this.#doc, update);
    } catch {
      this.#threw = true;
      return { did: 'refuse', refusal: 'discarded' };
    }
    if (!this.isWhole) return { did: 'refuse', refusal: 'discarded' };
    const change = this.#lastChange as Uint8Array | null;
    if (!change) return { did: 'nothing' };
    if (client !== null) this.#authors.set(client, author);
    this.#bytes += change.length;
    return { did: 'change', update: change };
  }

  /** Tries it on a copy only where it could come to more than a limit: the figures so far are no less than the truth. */
  #overLimit(update: Uint8Array, inserted: number): 'fieldFull' | 'full' | null {
    const longest = Math.max(...[...this.#texts.values()].map((text) => text.length));
    if (longest + inserted <= maxFieldLength && this.#bytes + update.length <= maxDocumentBytes) return null;
    const copy = new Y.Doc();
    const before = this.state();
    this.#bytes = before.length;
    Y.applyUpdate(copy, before);
    Y.applyUpdate(copy, update);
    const isTooLong = (field: string) => copy.getText(field).length > maxFieldLength;
    if ([...this.#texts.keys()].some(isTooLong)) return 'fieldFull';
    const bytes = Y.encodeStateAsUpdate(copy).length;
    // Whoever makes room in a full document may do so bit by bit.
    return bytes > maxDocumentBytes && bytes > before.length ? 'full' : null;
  }
}
