type Ask = (reply: (serverTime: number) => void) => void;

const samples = 5;
/** A later sample replaces an older one even when it was slower, after this long, in milliseconds. */
const worthFor = 10 * 60_000;

/**
 * What the server's clock says now. A phone's own clock may be minutes off, so deadlines are read with
 * this one. Of several round trips the quickest tells best: the answer was made half-way through it.
 */
export class ServerClock {
  #offset = 0;
  #best = Number.POSITIVE_INFINITY;
  #bestAt = 0;

  now(): number {
    return Date.now() + this.#offset;
  }

  /** Asks several times, one after the other. Call it again after a sleep or a reconnection. */
  synchronise(ask: Ask): void {
    this.#best = Number.POSITIVE_INFINITY;
    const next = (left: number) => {
      if (left === 0) return;
      const sent = performance.now();
      ask((serverTime) => {
        this.#learn(serverTime, performance.now() - sent);
        next(left - 1);
      });
    };
    next(samples);
  }

  #learn(serverTime: number, roundTrip: number): void {
    const stale = performance.now() - this.#bestAt > worthFor;
    if (!stale && roundTrip >= this.#best) return;
    this.#best = roundTrip;
    this.#bestAt = performance.now();
    this.#offset = serverTime + roundTrip / 2 - Date.now();
  }
}
