/** So much waiting, in milliseconds, is no accident: the file is too large for the network. */
const tooLong = 3_000;
/** While all goes well, waiting is forgotten ten times slower than it came. */
const forgetting = 0.1;
/** A page that nobody sees is looked at once a second or less: what lies between is no waiting. */
const longestStep = 1_000;

/** How long a video has waited for its network of late. */
export class WaitingTime {
  #waited = 0;
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
    if (this.#waited < tooLong) return false;
    this.#waited = 0;
    return true;
  }

  forget(): void {
    this.#waited = 0;
  }
}
