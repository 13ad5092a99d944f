import { createHash } from 'node:crypto';

/**
 * Who someone is in an anonymous item, as the Room's own Aliases do it, but the same in every run.
 * A key lives as long as its item takes answers.
 */
export class FakeAliases {
  readonly #keys: Map<string, number>;
  #made: number;

  constructor(keys: ReadonlyMap<string, number> = new Map(), made = 0) {
    this.#keys = new Map(keys);
    this.#made = made;
  }

  /** Grows with every change, so that what was compared under older keys is compared again. */
  version = 0;

  of = (item: string, participantId: string): string | null => {
    const key = this.#keys.get(item);
    if (key === undefined) return null;
    return `alias-${createHash('sha256').update(`${item} ${key} ${participantId}`).digest('hex').slice(0, 12)}`;
  };

  follow(openItems: readonly string[]): void {
    for (const item of openItems) {
      if (this.#keys.has(item)) continue;
      this.#keys.set(item, ++this.#made);
      this.version++;
    }
    for (const item of [...this.#keys.keys()]) {
      if (openItems.includes(item)) continue;
      this.#keys.delete(item);
      this.version++;
    }
  }

  copy(): FakeAliases {
    return new FakeAliases(this.#keys, this.#made);
  }
}
