type Closer = () => Promise<unknown> | unknown;

/** What is open and needs closing, in the order in which it was opened. */
export class Closers {
  readonly #closers: Closer[] = [];

  add(closer: Closer): void {
    this.#closers.push(closer);
  }

  /**
   * Closes one after the other in the opposite order of opening, whatever fails on the way. Safe to call twice.
   * @throws what failed; when several did, an AggregateError with all of it.
   */
  async close(): Promise<void> {
    const failures: unknown[] = [];
    for (const closer of this.#closers.splice(0).reverse())
      try {
        await closer();
      } catch (error) {
        failures.push(error);
      }
    if (failures.length > 1) throw new AggregateError(failures, `${failures.length} parts did not close`);
    if (failures.length === 1) throw failures[0];
  }
}
