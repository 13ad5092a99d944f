import type { Logger } from 'pino';
import type { JobQueue } from '../../jobs/JobQueue.ts';

type Parts<T> = {
  /** In the log: `deck`, `video`. */
  readonly kind: string;
  readonly queue: JobQueue;
  readonly log: Logger;
  /** Those that wait to be converted, the oldest first. */
  readonly unfinished: () => Promise<readonly T[]>;
  readonly convert: (item: T, signal: AbortSignal) => Promise<void>;
  /** What is done with one whose conversion threw. */
  readonly failed: (item: T) => Promise<void>;
};

/** What was uploaded and waits to be converted. A stop takes nothing out of the line: the next start resumes it. */
export class ConversionLine<T extends { readonly id: string }> {
  readonly #parts: Parts<T>;

  constructor(parts: Parts<T>) {
    this.#parts = parts;
  }

  add(item: T): void {
    const { kind, queue, log, convert, failed } = this.#parts;
    queue
      .add((signal) => convert(item, signal))
      .catch((error: unknown) => {
        if (error instanceof DOMException && error.name === 'AbortError') return; // The next start takes it up.
        log.error({ err: error, [kind]: item.id }, `a ${kind} could not be converted`);
        return failed(item);
      })
      .catch((error: unknown) =>
        log.error({ err: error, [kind]: item.id }, `a ${kind} could not be taken back`),
      );
  }

  /** Takes up what the last stop interrupted. */
  async resume(): Promise<void> {
    for (const item of await this.#parts.unfinished()) this.add(item);
  }
}
