/**
 * Runs jobs one at a time in the order in which they came: two conversions at once would take both
 * cores from the class and finish no sooner. Jobs are heard to stop by the signal that each is given.
 */
export class JobQueue {
  readonly #closing = new AbortController();
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `work` when its turn comes and settles as it does; rejects with an AbortError when the queue has closed by then. */
  add<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { signal } = this.#closing;
    const job = this.#last.then(() => {
      signal.throwIfAborted();
      return work(signal);
    });
    this.#last = job.catch(() => {});
    return job;
  }

  /** Aborts the job that runs, waits until it has ended, and begins none any more. Safe to call twice. */
  async close(): Promise<void> {
    this.#closing.abort(new DOMException('The server is stopping', 'AbortError'));
    await this.#last;
  }
}
