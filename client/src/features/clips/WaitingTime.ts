/** While all goes well, waiting is forgotten ten times slower than it came. */
const forgetting = 0.1;
/** A page that nobody sees is looked at once a second or less: what lies between is no waiting. */
const longestStep = 1_000;

/** How long a video has waited for its network of late. */
export class WaitingTime {
  #waited = 0;
  #patience = Number.POSITIVE_INFINITY;
  #last: number | null = null;

  /**
   * @param isWaiting whether it waits now.
   * @param now in milliseconds, on a clock of any kind.
   * @returns whether that is too long; it counts from nothing then.
   */
  isTooLong(isWaiting: boolean, now: number): boolean {
    const since = this.#last === null ? 0 : Math.min(longestStep, now - this.#last);
    this.#last = now;
    this.#waited = isWaiting ? this.#waited + since : Math.max(0, this.#waited - since * forgetting);
    if (this.#waited < this.#patience) return false;
    this.#waited = 0;
    return true;
  }

  /** Counts from nothing. @param patience from so much waiting on it is too long, in milliseconds. */
  begin(patience: number): void {
    this.#waited = 0;
    this.#patience = patience;
  }
}
