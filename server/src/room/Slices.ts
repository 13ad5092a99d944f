/**
 * How long all work in slices together may take of one turn of the loop, in milliseconds. No turn may
 * take 10; the last step of a slice comes on top of it, and the slowest, a View for staff of a thousand
 * people, takes 3.
 */
const longestTogether = 4;
/** Whoever's turn it is has at least this long, in milliseconds, or much to begin would never end. */
const leastEach = 1;

/**
 * The turns of the loop, which all work in slices shares: two that each took a slice in one turn would
 * make it twice as long. A turn lasts from where the loop calls what `setImmediate` gave it to there again.
 */
const loop = {
  /** When work in slices began in this turn; null while nobody does any. */
  since: null as number | null,
  isUsed: false,
  isGranted: false,
  waiting: [] as (() => void)[],

  /** When this turn's work in slices ought to end. */
  end(): number {
    this.isUsed = true;
    if (this.since === null) {
      this.since = performance.now();
      setImmediate(nextTurn);
    }
    return this.since + longestTogether;
  },
};

function nextTurn(): void {
  loop.since = loop.isUsed ? performance.now() : null;
  if (loop.isUsed) setImmediate(nextTurn);
  loop.isUsed = false;
  loop.isGranted = false;
}

/** Whoever has waited longest goes on: one in each turn in any case, and others as far as there is time. */
function grant(): void {
  if (loop.isGranted && performance.now() >= loop.end()) {
    setImmediate(grant);
    return;
  }
  loop.isGranted = true;
  loop.waiting.shift()?.();
}

/** Whether this turn has time for one more small piece of work. */
export const hasTime = (): boolean => performance.now() < loop.end();

/** Long work in slices: between two steps, `if (slices.isOver) await slices.next()`. */
export class Slices {
  #ends = endOfSlice();

  get isOver(): boolean {
    return performance.now() >= this.#ends;
  }

  /** Resolves when others have had their turn, and begins the next slice. */
  async next(): Promise<void> {
    await new Promise<void>((resolve) => {
      loop.waiting.push(resolve);
      setImmediate(grant);
    });
    this.#ends = endOfSlice();
  }
}

const endOfSlice = () => Math.max(loop.end(), performance.now() + leastEach);
