/** Between two looks, in milliseconds. */
const lookEvery = 500;
/** Looks without a packet: silence, too, is sent every 400 ms (Opus with DTX). */
const stalledAfter = 2;
/** A device that sends asks this often, in looks: what it sends goes missing without a sign here. */
const sendersAskEvery = 4;

export type StallParts = {
  /** When the newest packet came, on a clock of any kind; null while none is due. */
  newest(): number | null;
  /** Whether others may be listening to this device. */
  sends(): boolean;
  /** The network may be gone, and nobody has said so. */
  doubt(): void;
};

/**
 * Notices a network that is gone before the browser does, which takes 7 s for media and 18 s for the socket: a
 * phone that changes its network isn't told that its old address leads nowhere.
 */
export class StallWatch {
  readonly #parts: StallParts;
  #timer: ReturnType<typeof setInterval> | null = null;
  #newest: number | null = null;
  /** Looks since a packet came; null before the first, and after it was said. */
  #without: number | null = null;
  #sent = 0;

  constructor(parts: StallParts) {
    this.#parts = parts;
  }

  begin(): void {
    this.end();
    this.#timer = setInterval(() => this.#look(), lookEvery);
  }

  end(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    this.#newest = null;
    this.#without = null;
    this.#sent = 0;
  }

  #look(): void {
    const newest = this.#parts.newest();
    const came = newest !== null && newest !== this.#newest;
    this.#newest = newest;
    if (came) this.#without = 0;
    // Whoever was muted or left is no network's fault.
    else if (newest === null) this.#without = null;
    else if (this.#without !== null) this.#without++;
    const isStalled = this.#without !== null && this.#without >= stalledAfter;
    if (isStalled) this.#without = null;
    this.#sent = this.#parts.sends() ? this.#sent + 1 : 0;
    if (isStalled || (this.#sent > 0 && this.#sent % sendersAskEvery === 0)) this.#parts.doubt();
  }
}
