import type { Journal, JournalRow } from '../../server/src/persistence/Journal.ts';

/** A Journal that has rows only: a Room opened from it replays them all. */
export class WithoutSnapshots implements Journal {
  readonly #journal: Journal;

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  append(rows: readonly JournalRow[]): Promise<void> {
    return this.#journal.append(rows);
  }

  read(room: string, afterSeq: number): AsyncIterable<JournalRow> {
    return this.#journal.read(room, afterSeq);
  }

  nextEpoch(room: string): Promise<number> {
    return this.#journal.nextEpoch(room);
  }

  async saveSnapshot(): Promise<void> {}

  async loadSnapshot(): Promise<null> {
    return null;
  }
}
