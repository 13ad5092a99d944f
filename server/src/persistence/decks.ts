import { type Kysely, type Selectable, sql } from 'kysely';
import type { DeckPage } from '#shared/decks.ts';
import type { Database } from './schema.ts';

export type DeckKind = 'pptx' | 'pdf';

/** Whether an uploaded presentation has been converted. One that can't be is taken out of the table. */
export type DeckStatus =
  | { readonly at: 'waiting' }
  | { readonly at: 'ready' }
  /** Staff took it out of its Session. Only its id is left, so that the demo's doesn't come back. */
  | { readonly at: 'removed' };

export interface StoredDeck {
  readonly id: string;
  readonly sessionId: string;
  readonly title: string;
  readonly kind: DeckKind;
  readonly status: DeckStatus;
  /** Empty until they are drawn, and once the deck is removed. */
  readonly pages: readonly DeckPage[];
  /** Server time in milliseconds since 1970. */
  readonly createdAt: number;
}

const statusAt = sql<DeckStatus['at']>`status->>'at'`;

/** The uploaded presentations. Their files and pictures are in Blobs. */
export class Decks {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  async add(deck: StoredDeck): Promise<void> {
    await this.#db
      .insertInto('decks')
      .values({
        id: deck.id,
        session_id: deck.sessionId,
        title: deck.title,
        kind: deck.kind,
        status: JSON.stringify(deck.status),
        pages: JSON.stringify(deck.pages),
        created_at: deck.createdAt,
      })
      .execute();
  }

  async get(id: string): Promise<StoredDeck | null> {
    const row = await this.#db.selectFrom('decks').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? deckOf(row) : null;
  }

  /** Those that the end of the last server caught, the oldest first. */
  async unfinished(): Promise<StoredDeck[]> {
    const rows = await this.#db
      .selectFrom('decks')
      .selectAll()
      .where(statusAt, '=', 'waiting')
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return rows.map(deckOf);
  }

  /** Those of a Session that are ready. */
  async readyOf(sessionId: string): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('decks')
      .select('id')
      .where('session_id', '=', sessionId)
      .where(statusAt, '=', 'ready')
      .execute();
    return rows.map(({ id }) => id);
  }

  /** @returns false when the deck was removed meanwhile. */
  async setPages(id: string, pages: readonly DeckPage[]): Promise<boolean> {
    const { numUpdatedRows } = await this.#notRemoved(id)
      .set({ pages: JSON.stringify(pages) })
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  /** The Room knows of it. A deck that was removed meanwhile stays so. */
  async finish(id: string): Promise<void> {
    const ready: DeckStatus = { at: 'ready' };
    await this.#notRemoved(id)
      .set({ status: JSON.stringify(ready) })
      .execute();
  }

  /** Leaves nothing of the deck but that there was one. */
  async markRemoved(id: string): Promise<void> {
    const removed: DeckStatus = { at: 'removed' };
    await this.#db
      .updateTable('decks')
      .set({ status: JSON.stringify(removed), title: '', pages: '[]' })
      .where('id', '=', id)
      .execute();
  }

  async remove(id: string): Promise<void> {
    await this.#db.deleteFrom('decks').where('id', '=', id).execute();
  }

  #notRemoved(id: string) {
    return this.#db.updateTable('decks').where('id', '=', id).where(statusAt, '<>', 'removed');
  }
}

/** What we wrote ourselves is not checked again on reading. */
function deckOf(row: Selectable<Database['decks']>): StoredDeck {
  return {
    id: row.id,
    sessionId: row.session_id,
    title: row.title,
    kind: row.kind as DeckKind,
    status: row.status as DeckStatus,
    pages: row.pages as DeckPage[],
    createdAt: row.created_at,
  };
}
