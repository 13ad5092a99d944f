import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

export interface StoredClip {
  readonly id: string;
  readonly sessionId: string;
  readonly title: string;
  /** Server time in milliseconds since 1970. */
  readonly createdAt: number;
}

/** The uploaded videos, and which of them are yet to be converted. Their files are in Blobs. */
export class Clips {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  async add({ id, sessionId, title, createdAt }: StoredClip): Promise<void> {
    await this.#db
      .insertInto('clips')
      .values({ id, session_id: sessionId, title, ready: false, created_at: createdAt })
      .execute();
  }

  /** Those that the end of the last server caught waiting or half done, the oldest first. */
  async unfinished(): Promise<StoredClip[]> {
    const rows = await this.#db
      .selectFrom('clips')
      .selectAll()
      .where('ready', '=', false)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return rows.map(({ id, session_id, title, created_at }) => ({
      id,
      sessionId: session_id,
      title,
      createdAt: created_at,
    }));
  }

  /** The ids of a Session's that are ready. */
  async readyOf(sessionId: string): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('clips')
      .select('id')
      .where('session_id', '=', sessionId)
      .where('ready', '=', true)
      .execute();
    return rows.map(({ id }) => id);
  }

  /** The Room knows of it. */
  async finish(id: string): Promise<void> {
    await this.#db.updateTable('clips').set({ ready: true }).where('id', '=', id).execute();
  }

  async remove(id: string): Promise<void> {
    await this.#db.deleteFrom('clips').where('id', '=', id).execute();
  }
}
