import { setImmediate } from 'node:timers/promises';
import type { JournalRow } from '../persistence/Journal.ts';

/** Longer than this without a pause, and other Rooms and sockets would notice, in milliseconds. */
const longestTask = 8;

/** More rows in one statement gain nothing. */
const maxRows = 500;

type Entry = {
  readonly row: JournalRow | null;
  /** What must be durable before the row, beside the Journal. */
  readonly before: (() => Promise<void>) | null;
  readonly deliver: readonly (() => void)[];
};

/**
 * Keeps the order of the Journal: an entry is delivered after its row, and all rows before it, are
 * durable. An idle Outbox commits at once; what is added while a commit is under way goes down
 * together in the next one. There is no timer.
 */
export class Outbox {
  readonly #append: (rows: readonly JournalRow[]) => Promise<void>;
  readonly #failed: (error: unknown) => void;
  #entries: Entry[] = [];
  #running: Promise<void> | null = null;
  #closed = false;

  /** `failed` is told once, of a commit that failed; nothing is delivered after it. */
  constructor(append: (rows: readonly JournalRow[]) => Promise<void>, failed: (error: unknown) => void) {
    this.#append = append;
    this.#failed = failed;
  }

  add(
    row: JournalRow | null,
    deliver: readonly (() => void)[],
    before: (() => Promise<void>) | null = null,
  ): void {
    if (this.#closed) return;
    this.#entries.push({ row, deliver, before });
    this.#running ??= this.#run();
  }

  /** Resolves when all that was added has been delivered, or has failed. */
  async drained(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** Drops what is not delivered yet. */
  close(): void {
    this.#closed = true;
    this.#entries = [];
  }

  async #run(): Promise<void> {
    try {
      while (this.#entries.length > 0) {
        const batch = this.#entries.splice(0, maxRows);
        for (const { before } of batch) if (before) await before();
        const rows = batch.flatMap((entry) => entry.row ?? []);
        if (rows.length > 0) await this.#append(rows);
        await this.#deliver(batch);
      }
    } catch (error) {
      this.close();
      this.#failed(error);
    } finally {
      this.#running = null;
    }
  }

  async #deliver(batch: readonly Entry[]): Promise<void> {
    let since = performance.now();
    for (const entry of batch)
      for (const send of entry.deliver) {
        if (this.#closed) return;
        send();
        if (performance.now() - since < longestTask) continue;
        await setImmediate();
        since = performance.now();
      }
  }
}
