import type { WorksheetUpdate } from '../persistence/worksheetUpdates.ts';

type Entry = {
  readonly row: WorksheetUpdate | null;
  readonly deliver: () => void;
  readonly failed: () => void;
};

/** More rows in one statement gain nothing. */
const maxRows = 500;

/**
 * Writes the updates of a Room's documents and keeps their order: an entry is delivered once its row, and
 * all rows before it, are on disk. Alone it is written at once; what comes while a write is under way goes
 * down together in the next one. When a write fails, so does all that waits: it stands on what was lost.
 */
export class Batches {
  readonly #append: (rows: readonly WorksheetUpdate[]) => Promise<void>;
  readonly #failed: (error: unknown) => void;
  #entries: Entry[] = [];
  #running: Promise<void> | null = null;

  /** `failed` is told of each write that failed, before the entries are. */
  constructor(append: (rows: readonly WorksheetUpdate[]) => Promise<void>, failed: (error: unknown) => void) {
    this.#append = append;
    this.#failed = failed;
  }

  add(row: WorksheetUpdate | null, deliver: () => void, failed: () => void): void {
    this.#entries.push({ row, deliver, failed });
    this.#running ??= this.#run();
  }

  /** Resolves when all that was added so far has been delivered or has failed; others may go on writing. */
  async settled(): Promise<void> {
    if (this.#running) await new Promise<void>((resolve) => this.add(null, resolve, resolve));
  }

  async #run(): Promise<void> {
    // What is added in the same breath goes down together.
    await null;
    while (this.#entries.length > 0) {
      const batch = this.#entries.splice(0, maxRows);
      const rows = batch.flatMap(({ row }) => row ?? []);
      try {
        if (rows.length > 0) await this.#append(rows);
        for (let entry = batch.shift(); entry; entry = batch.shift()) entry.deliver();
      } catch (error) {
        const lost = [...batch, ...this.#entries.splice(0)];
        this.#failed(error);
        for (const { failed } of lost) failed();
      }
    }
    this.#running = null;
  }
}
