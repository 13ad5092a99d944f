/** Measures how long the event loop's turns take, from when it is made until its end. */
export class TurnLengths {
  #longest = 0;
  #at = performance.now();
  #ended = false;

  constructor() {
    setImmediate(this.#turn);
  }

  /** @returns the longest turn so far, in milliseconds. */
  async end(): Promise<number> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#ended = true;
    return this.#longest;
  }

  readonly #turn = (): void => {
    const now = performance.now();
    this.#longest = Math.max(this.#longest, now - this.#at);
    this.#at = now;
    if (!this.#ended) setImmediate(this.#turn);
  };
}
