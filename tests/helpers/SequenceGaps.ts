/** Half of what an RTP sequence number counts to: further back is taken for further on. */
const half = 0x8000;

/** What of one RTP stream never came, by its sequence numbers; a packet that comes late isn't lost. */
export class SequenceGaps {
  #first: number | null = null;
  /** The highest seen, counted from the first one on. */
  #highest = 0;
  #packets = 0;

  add(sequence: number): void {
    this.#first ??= sequence;
    const last = (this.#first + this.#highest) & 0xffff;
    const ahead = (sequence - last) & 0xffff;
    if (ahead < half) this.#highest += ahead;
    this.#packets++;
  }

  /** Packets between the first and the highest that are missing. */
  get lost(): number {
    return this.#first === null ? 0 : Math.max(0, this.#highest + 1 - this.#packets);
  }
}
