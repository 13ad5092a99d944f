import { PerformanceObserver } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** When something lasted, on the clock of `performance.now()`, in milliseconds. */
type Span = { readonly from: number; readonly to: number };
/** `spent`: this thread's processor time in it. */
type Turn = Span & { readonly spent: number };

/** Shorter turns can't be the longest of a class that does anything, in milliseconds. */
const worthKeeping = 1;

/**
 * Measures how long the event loop's turns take, from when it is made until its end. On a busy machine
 * a turn lasts longer than the work in it, so that what counts is this thread's own processor time.
 * What V8 collects meanwhile is nobody's task, and comes whenever it likes: its share of a turn is not
 * counted.
 */
export class TurnLengths {
  readonly #turns: Turn[] = [];
  readonly #collections: Span[] = [];
  readonly #observer = new PerformanceObserver((list) => this.#collected(list.getEntries()));
  #at = performance.now();
  #spent = processorTime();
  #ended = false;

  constructor() {
    this.#observer.observe({ entryTypes: ['gc'] });
    setImmediate(this.#turn);
  }

  /** @returns the longest turn so far, in milliseconds. */
  async end(): Promise<number> {
    await nextTurn();
    this.#ended = true;
    // Collections are told of a turn later.
    for (let n = 0; n < 3; n++) await nextTurn();
    this.#collected(this.#observer.takeRecords());
    this.#observer.disconnect();
    return Math.max(0, ...this.#turns.map((turn) => this.#ownTime(turn)));
  }

  readonly #turn = (): void => {
    const now = performance.now();
    const spent = processorTime();
    const turn = { from: this.#at, to: now, spent: Math.min(now - this.#at, spent - this.#spent) };
    if (turn.spent >= worthKeeping) this.#turns.push(turn);
    this.#at = now;
    this.#spent = spent;
    if (!this.#ended) setImmediate(this.#turn);
  };

  #collected(entries: readonly PerformanceEntry[]): void {
    for (const { startTime, duration } of entries)
      this.#collections.push({ from: startTime, to: startTime + duration });
  }

  /** Where others had the processor for a while, they had it in collections and work alike. */
  #ownTime({ from, to, spent }: Turn): number {
    let collecting = 0;
    for (const span of this.#collections)
      collecting += Math.max(0, Math.min(to, span.to) - Math.max(from, span.from));
    return spent * Math.max(0, 1 - collecting / (to - from));
  }
}

/** In milliseconds; the kernel counts it in steps of about one. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
