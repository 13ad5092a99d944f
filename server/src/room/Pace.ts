/** Does something soon after it was asked for, at once if it can, and at most so often. */
export class Pace {
  readonly #every: number;
  readonly #act: () => void;
  #timer: NodeJS.Timeout | null = null;
  #last = -Infinity;

  /** `every` is the shortest time from one to the next, in milliseconds. */
  constructor(every: number, act: () => void) {
    this.#every = every;
    this.#act = act;
  }

  ask(): void {
    if (this.#timer) return;
    const wait = Math.max(0, this.#last + this.#every - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#last = performance.now();
      this.#act();
    }, wait);
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
