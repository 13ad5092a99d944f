import { createHmac, randomBytes } from 'node:crypto';

/** Where the keys of anonymous items are kept while the items are open. */
export interface AliasKeys {
  load(room: string): Promise<readonly { item: string; key: Buffer }[]>;
  save(room: string, item: string, key: Buffer): Promise<void>;
  destroy(room: string, items: readonly string[]): Promise<void>;
}

/**
 * Who someone is in an anonymous item: a pseudonym made with the item's own key. The key is destroyed
 * when the item closes; from then on nobody can tell who answered what, not even with the whole
 * database at hand.
 */
export class Aliases {
  readonly #room: string;
  readonly #store: AliasKeys;
  readonly #keys: Map<string, Buffer>;

  private constructor(room: string, store: AliasKeys, keys: Map<string, Buffer>) {
    this.#room = room;
    this.#store = store;
    this.#keys = keys;
  }

  static async load(room: string, store: AliasKeys): Promise<Aliases> {
    const keys = await store.load(room);
    return new Aliases(room, store, new Map(keys.map(({ item, key }) => [item, key])));
  }

  of = (item: string, participantId: string): string | null => {
    const key = this.#keys.get(item);
    return key ? createHmac('sha256', key).update(participantId).digest('base64url').slice(0, 22) : null;
  };

  /**
   * Makes the keys that newly opened items need and forgets those of closed ones.
   * @returns what has to be stored before the Command's row, and what may be done after it; or null.
   */
  follow(openItems: readonly string[]): { before: () => Promise<void>; after: () => Promise<void> } | null {
    const opened = openItems
      .filter((item) => !this.#keys.has(item))
      .map((item) => ({ item, key: randomBytes(32) }));
    const closed = [...this.#keys.keys()].filter((item) => !openItems.includes(item));
    if (opened.length === 0 && closed.length === 0) return null;
    for (const { item, key } of opened) this.#keys.set(item, key);
    for (const item of closed) this.#keys.delete(item);
    return {
      before: async () => {
        for (const { item, key } of opened) await this.#store.save(this.#room, item, key);
      },
      after: async () => {
        if (closed.length > 0) await this.#store.destroy(this.#room, closed);
      },
    };
  }
}
