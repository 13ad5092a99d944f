import type { Kysely, Selectable } from 'kysely';
import type { DeckPage } from '#shared/decks.ts';
import type { Database } from './schema.ts';

export type DeckKind = 'pptx' | 'pdf';

/** Whether an uploaded presentation has been converted. One that can't be is removed. */
export type DeckStatus = { readonly at: 'waiting' } | { readonly at: 'ready' };

export interface StoredDeck {
  readonly id: string;
  readonly sessionId: string;
  readonly title: string;
  readonly kind: DeckKind;
  readonly status: DeckStatus;
  /** Empty until the deck is ready. */
  readonly pages: readonly DeckPage[];
  /** Server time in milliseconds since 1970. */
  readonly createdAt: number;
}

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
    const rows = await this.#db.selectFrom('decks').selectAll().orderBy('created_at').orderBy('id').execute();
    return rows.map(deckOf).filter(({ status }) => status.at === 'waiting');
  }

  /** The pages and the status `ready` at once. @returns false when the deck was removed meanwhile. */
  async finish(id: string, pages: readonly DeckPage[]): Promise<boolean> {
    const ready: DeckStatus = { at: 'ready' };
    const { numUpdatedRows } = await this.#db
      .updateTable('decks')
      .set({ status: JSON.stringify(ready), pages: JSON.stringify(pages) })
      .where('id', '=', id)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  async remove(id: string): Promise<void> {
    await this.#db.deleteFrom('decks').where('id', '=', id).execute();
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
