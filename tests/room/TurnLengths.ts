/**
 * Measures how long the event loop's turns take, from when it is made until its end. On a busy machine
 * a turn lasts longer than the work in it, so that what counts is this thread's own processor time.
 */
export class TurnLengths {
  #longest = 0;
  #at = performance.now();
  #spent = processorTime();
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
    const spent = processorTime();
    this.#longest = Math.max(this.#longest, Math.min(now - this.#at, spent - this.#spent));
    this.#at = now;
    this.#spent = spent;
    if (!this.#ended) setImmediate(this.#turn);
  };
}

/** In milliseconds; the kernel counts it in steps of about one. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
