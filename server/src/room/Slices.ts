import { setImmediate } from 'node:timers/promises';

/**
 * How long work goes on before others have their turn, in milliseconds. No task may take 10; the last
 * step of a slice comes on top of it, and the slowest, a View for staff of a thousand people, takes 3.
 */
const longestSlice = 5;

/** Long work in slices: between two steps, `if (slices.isOver) await slices.next()`. */
export class Slices {
  #since = performance.now();

  get isOver(): boolean {
    return performance.now() - this.#since >= longestSlice;
  }

  /** Resolves when others have had their turn, and begins the next slice. */
  async next(): Promise<void> {
    await setImmediate();
    this.#since = performance.now();
  }
}
