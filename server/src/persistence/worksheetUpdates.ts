import { CompiledQuery, type Kysely } from 'kysely';
import { isUniqueViolation, lockOwner } from './fence.ts';
import { JournalConflict } from './Journal.ts';
import type { Database } from './schema.ts';

/** One Yjs update of a worksheet's document, as a person made it. */
export interface WorksheetUpdate {
  /** The document's name within its Room. */
  readonly doc: string;
  /** 1, 2, 3 … within one document. */
  readonly seq: number;
  /** The Participant's id; null where the updates of several were merged into one. */
  readonly author: string | null;
  readonly update: Uint8Array;
  /** Server time in milliseconds since 1970. */
  readonly at: number;
}

const append = `
  INSERT INTO worksheet_updates (room, epoch, doc, seq, author, update, at)
  SELECT owner.id, $2, new.doc, new.seq, new.author, new.update, new.at
  FROM (${lockOwner}) owner,
       unnest($3::text[], $4::int[], $5::text[], $6::bytea[], $7::bigint[]) AS new (doc, seq, author, update, at)`;

/** Both parts happen or none: without the last row nothing is deleted. */
const compact = `
  WITH owner AS (${lockOwner}),
  last AS (
    SELECT room, doc, seq FROM worksheet_updates, owner WHERE room = owner.id AND doc = $3 AND seq = $4
  ),
  merged AS (
    DELETE FROM worksheet_updates older USING last
    WHERE older.room = last.room AND older.doc = last.doc AND older.seq < last.seq
  )
  UPDATE worksheet_updates kept SET update = $5, author = NULL, epoch = $2, at = $6
  FROM last WHERE kept.room = last.room AND kept.doc = last.doc AND kept.seq = last.seq`;

/**
 * The updates of the worksheets' documents. Writes carry the Room's epoch like the Journal's, and throw
 * {@link JournalConflict} when the Room has another owner; they are on disk when the promise resolves.
 */
export class WorksheetUpdates {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  /** Writes all of them or none, in one statement. */
  async append(room: string, epoch: number, updates: readonly WorksheetUpdate[]): Promise<void> {
    if (updates.length === 0) return;
    await this.#write(room, epoch, updates.length, append, [
      updates.map(({ doc }) => doc),
      updates.map(({ seq }) => seq),
      updates.map(({ author }) => author),
      updates.map(({ update }) => Buffer.from(update)),
      updates.map(({ at }) => at),
    ]);
  }

  /** A document's updates in order; none for a document that nobody has written in. */
  async read(room: string, doc: string): Promise<WorksheetUpdate[]> {
    return await this.#db
      .selectFrom('worksheet_updates')
      .select(['doc', 'seq', 'author', 'update', 'at'])
      .where('room', '=', room)
      .where('doc', '=', doc)
      .orderBy('seq')
      .execute();
  }

  /**
   * Puts one merged update in the place of all up to `seq`. Later ones stay as they are.
   *
   * @throws {JournalConflict} also when there is no update `seq`.
   */
  async compact(
    room: string,
    epoch: number,
    { doc, seq, update, at }: Omit<WorksheetUpdate, 'author'>,
  ): Promise<void> {
    await this.#write(room, epoch, 1, compact, [doc, seq, Buffer.from(update), at]);
  }

  async #write(
    room: string,
    epoch: number,
    expected: number,
    text: string,
    values: readonly unknown[],
  ): Promise<void> {
    const query = CompiledQuery.raw(text, [room, epoch, ...values]);
    const { numAffectedRows } = await this.#db.executeQuery(query).catch((error: unknown) => {
      if (isUniqueViolation(error)) throw new JournalConflict(room, epoch, { cause: error });
      throw error;
    });
    if (numAffectedRows !== BigInt(expected)) throw new JournalConflict(room, epoch);
  }
}
