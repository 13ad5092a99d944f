import * as Y from 'yjs';
import { maxUpdateBytes, maxUpdateParts } from '#shared/documents.ts';

type Entry = {
  readonly update: Uint8Array;
  /** Pieces of text in it, deleted ones too. */
  readonly parts: number;
  readonly isOfEarlierPage: boolean;
};

/** What was written here and is not known to be on the server's disk, in order. */
export class UnsentUpdates {
  #entries: Entry[] = [];
  #sending = 0;

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  add(update: Uint8Array): void {
    this.#entries.push(entryOf(update, false));
  }

  /** What an earlier page of this person's could not send. It goes first, and by itself: an update is of one page. */
  addEarlier(update: Uint8Array): void {
    const own = this.#entries.findIndex(({ isOfEarlierPage }) => !isOfEarlierPage);
    this.#entries.splice(own < 0 ? this.#entries.length : own, 0, entryOf(update, true));
  }

  /** As much as one message may hold; null when there is nothing. */
  next(): Uint8Array | null {
    const batch = batchFrom(this.#entries);
    this.#sending = batch.length;
    return batch.length > 0 ? merged(batch) : null;
  }

  /** What `next` gave last is on disk. */
  sent(): void {
    this.#entries.splice(0, this.#sending);
    this.#sending = 0;
  }

  clear(): void {
    this.#entries = [];
    this.#sending = 0;
  }

  /** All of it, in as few messages as it takes. */
  all(): Uint8Array[] {
    const all: Uint8Array[] = [];
    for (let rest = this.#entries; rest.length > 0; ) {
      const batch = batchFrom(rest);
      all.push(merged(batch));
      rest = rest.slice(batch.length);
    }
    return all;
  }
}

const entryOf = (update: Uint8Array, isOfEarlierPage: boolean): Entry => ({
  update,
  parts: Y.decodeUpdate(update).structs.length,
  isOfEarlierPage,
});

function batchFrom(entries: readonly Entry[]): readonly Entry[] {
  let bytes = 0;
  let parts = 0;
  const end = entries.findIndex((entry, index) => {
    bytes += entry.update.length;
    parts += entry.parts;
    const isOfOther = entry.isOfEarlierPage || entries[0]?.isOfEarlierPage;
    return index > 0 && (isOfOther || bytes > maxUpdateBytes || parts > maxUpdateParts);
  });
  return entries.slice(0, end < 0 ? entries.length : end);
}

const merged = (batch: readonly Entry[]): Uint8Array => Y.mergeUpdates(batch.map(({ update }) => update));
