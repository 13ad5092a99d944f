/** Runs what it is given one after the other. */
export class Turns {
  readonly #most: number;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** @param most how many may wait at once. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Null when too many wait already. */
  take<T>(work: () => Promise<T>): Promise<T> | null {
    if (this.#waiting >= this.#most) return null;
    this.#waiting++;
    const mine = this.#last.then(work).finally(() => {
      this.#waiting--;
    });
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
