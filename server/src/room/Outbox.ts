import type { JournalRow } from '../persistence/Journal.ts';
import { Slices } from './Slices.ts';
import type { Parts } from './wires.ts';

/** More rows in one statement gain nothing. */
const maxRows = 500;

/** One thing to do, at once or in parts. */
export type Step = (() => void) | Parts;

type Entry = {
  readonly row: JournalRow | null;
  /** What must be durable before the row, beside the Journal. */
  readonly before: (() => Promise<void>) | null;
  /** What must be done once the row is durable, before anybody hears of it. */
  readonly after: (() => Promise<void>) | null;
  readonly deliver: readonly Step[];
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
    deliver: readonly Step[],
    { before = null, after = null }: Partial<Pick<Entry, 'before' | 'after'>> = {},
  ): void {
    if (this.#closed) return;
    this.#entries.push({ row, deliver, before, after });
    this.#running ??= this.#run();
  }

  /** Resolves when all that was added so far has been delivered, or has failed; more may come meanwhile. */
  async settled(): Promise<void> {
    if (!this.#running) return;
    const delivered = new Promise<void>((resolve) => this.add(null, [resolve]));
    // A commit that fails ends the run, and with it what waits for its turn.
    await Promise.race([delivered, this.#running]);
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
    const slices = new Slices();
    for (const entry of batch) {
      if (entry.after) await entry.after();
      for (const step of entry.deliver)
        for (const _part of partsOf(step)) {
          if (slices.isOver) await slices.next();
          if (this.#closed) return;
        }
    }
  }
}

function* partsOf(step: Step): Parts {
  if (typeof step === 'function') step();
  else yield* step;
  yield;
}
