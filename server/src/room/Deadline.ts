/** setTimeout's limit, in milliseconds. */
const longestTimer = 2 ** 31 - 1;

/** Calls when a time has come; what is waited for may change meanwhile. */
export class Deadline {
  readonly #now: () => number;
  readonly #reached: () => void;
  #timer: NodeJS.Timeout | undefined;
  #at: number | null = null;

  constructor(now: () => number, reached: () => void) {
    this.#now = now;
    this.#reached = reached;
  }

  /** Waits for this time, and no longer for the one before; null for none. */
  set(at: number | null): void {
    clearTimeout(this.#timer);
    this.#at = at;
    if (at === null) return;
    const wait = Math.min(Math.max(0, at - this.#now()), longestTimer);
    this.#timer = setTimeout(() => this.#look(), wait);
  }

  /** A timer may fire a little early, and long before a deadline of next month. */
  #look(): void {
    if (this.#at !== null && this.#at > this.#now()) this.set(this.#at);
    else this.#reached();
  }
}
