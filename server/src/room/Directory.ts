import type { Names } from '#shared/socket.ts';

/** The names of a Room's people, beside the State: the Journal holds ids only. */
export class Directory {
  readonly #names: Map<string, string>;

  constructor(names: Iterable<readonly [id: string, name: string]>) {
    this.#names = new Map(names);
  }

  set(id: string, name: string): void {
    this.#names.set(id, name);
  }

  delete(id: string): void {
    this.#names.delete(id);
  }

  /** The names of all people whom a message mentions: ids are random, so any string that is one, is meant as one. */
  namesIn(message: unknown): Names {
    const names: Names = {};
    this.#collect(message, names);
    return names;
  }

  #collect(value: unknown, names: Names): void {
    if (typeof value === 'string') {
      const name = this.#names.get(value);
      if (name !== undefined) names[value] = name;
    } else if (Array.isArray(value)) {
      for (const item of value) this.#collect(item, names);
    } else if (value && typeof value === 'object') {
      for (const [key, item] of Object.entries(value)) {
        this.#collect(key, names);
        this.#collect(item, names);
      }
    }
  }
}
