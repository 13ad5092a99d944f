import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

/** The keys of open anonymous items; a destroyed key can't be had back. */
export class AliasKeysTable {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  load(room: string): Promise<{ item: string; key: Buffer }[]> {
    return this.#db.selectFrom('alias_keys').select(['item', 'key']).where('room', '=', room).execute();
  }

  async save(room: string, item: string, key: Buffer): Promise<void> {
    await this.#db.insertInto('alias_keys').values({ room, item, key }).execute();
  }

  async destroy(room: string, items: readonly string[]): Promise<void> {
    await this.#db.deleteFrom('alias_keys').where('room', '=', room).where('item', 'in', items).execute();
  }
}
