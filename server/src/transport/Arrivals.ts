import { RateLimit } from '../RateLimit.ts';

/**
 * How often one person may connect, with all their devices: more than the worst network makes of the
 * most Seats there are, and then once in two seconds. Each time is rows in the Journal, a View, and news
 * for others. A client that has to wait tries once a second.
 */
const perSecond = 0.5;
const atOnce = 40;

/** Beyond this many, those are forgotten who have not come for long. */
const remembered = 2_000;

/** Who has connected how often of late. */
export class Arrivals {
  readonly #limits = new Map<string, RateLimit>();

  /** Whether this person may come in once more now. */
  take(participantId: string): boolean {
    const limit = this.#limits.get(participantId) ?? new RateLimit(perSecond, atOnce);
    if (!this.#limits.has(participantId)) this.#forget();
    this.#limits.set(participantId, limit);
    return limit.take();
  }

  /** Looks at a few for each that is added, the oldest first, so that no arrival looks at all of them. */
  #forget(): void {
    if (this.#limits.size < remembered) return;
    let looked = 0;
    for (const [id, limit] of this.#limits) {
      this.#limits.delete(id);
      if (!limit.isFresh) this.#limits.set(id, limit);
      if (++looked === 4) return;
    }
  }
}
