import { randomInt } from 'node:crypto';

/** A code is for the phone in the other hand: it lives this long, in milliseconds. */
const lifetime = 10 * 60_000;
/** Wrong tries that a code survives. */
const tries = 5;

type Code = { readonly code: string; readonly expiresAt: number; triesLeft: number };

/**
 * One-time codes with which one more device may be a Participant, one at a time for each; in memory, since nobody
 * minds asking for a new one after a restart.
 */
export class DeviceCodes {
  readonly #now: () => number;
  /** In the order of their making, and so of their end. */
  readonly #codes = new Map<string, Code>();

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** How many are in memory. */
  get size(): number {
    return this.#codes.size;
  }

  /** @returns six digits, and until when they are good. The code before is good no more. */
  make(participantId: string): { code: string; expiresAt: number } {
    this.#forgetExpired();
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const expiresAt = this.#now() + lifetime;
    this.#codes.delete(participantId);
    this.#codes.set(participantId, { code, expiresAt, triesLeft: tries });
    return { code, expiresAt };
  }

  /** Whether it is this Participant's code; then it is used up. */
  use(participantId: string, given: string): boolean {
    this.#forgetExpired();
    const code = this.#codes.get(participantId);
    if (!code || code.expiresAt < this.#now()) return false;
    if (code.code === given) return this.#codes.delete(participantId);
    code.triesLeft -= 1;
    if (code.triesLeft <= 0) this.#codes.delete(participantId);
    return false;
  }

  #forgetExpired(): void {
    const now = this.#now();
    for (const [participantId, { expiresAt }] of this.#codes) {
      if (expiresAt >= now) return;
      this.#codes.delete(participantId);
    }
  }
}
