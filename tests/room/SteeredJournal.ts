import type { Journal, JournalRow, Snapshot, SnapshotToSave } from '../../server/src/persistence/Journal.ts';
import { SteeredWrites } from '../helpers/SteeredWrites.ts';

/** A Journal whose appends a test delays, fails, or lets commit without anybody learning of it. */
export class SteeredJournal extends SteeredWrites implements Journal {
  /** What was asked to be written, one list for each append. */
  readonly appends: JournalRow[][] = [];
  /** Told of each append once its rows are on disk, before the Room is. */
  readonly #durable: (rows: readonly JournalRow[]) => void;
  readonly #journal: Journal;
  #isGone = false;

  constructor(journal: Journal, durable: (rows: readonly JournalRow[]) => void) {
    super();
    this.#journal = journal;
    this.#durable = durable;
  }

  /** As when the process has been killed: nothing reaches the storage any more. */
  kill(): void {
    this.#isGone = true;
  }

  async append(rows: readonly JournalRow[]): Promise<void> {
    this.appends.push([...rows]);
    await this.steer(async () => {
      this.#mustLive();
      await this.#journal.append(rows);
    });
    this.#durable(rows);
  }

  async saveSnapshot(snapshot: SnapshotToSave): Promise<void> {
    this.#mustLive();
    await this.#journal.saveSnapshot(snapshot);
  }

  read(room: string, afterSeq: number): AsyncIterable<JournalRow> {
    return this.#journal.read(room, afterSeq);
  }

  nextEpoch(room: string): Promise<number> {
    return this.#journal.nextEpoch(room);
  }

  loadSnapshot(room: string): Promise<Snapshot | null> {
    return this.#journal.loadSnapshot(room);
  }

  #mustLive(): void {
    if (this.#isGone) throw new Error('This process was killed.');
  }
}
