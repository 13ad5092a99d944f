import { CompiledQuery, type Kysely, sql, type Transaction } from 'kysely';
import { commandHas } from './commandHas.ts';
import { lockOwner } from './fence.ts';
import { JournalConflict } from './Journal.ts';
import type { Database } from './schema.ts';

type WithoutText<C> = (command: C) => C;
type Tx = Transaction<Database>;

/**
 * Takes people out of the tables; see the Room's Erasure. Who still has a row of their own is not erased
 * yet, since that row goes in the same transaction as all the rest.
 */
export class Erasures {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  /** Only people of this Room are touched, whatever ids are given. */
  async erase<C>(
    room: string,
    epoch: number,
    participantIds: readonly string[],
    withoutText: WithoutText<C>,
  ): Promise<boolean> {
    return await this.#db.transaction().execute(async (tx) => {
      const { rows: owned } = await tx.executeQuery(CompiledQuery.raw(lockOwner, [room, epoch]));
      if (owned.length === 0) throw new JournalConflict(room, epoch);
      const people = await tx
        .selectFrom('people')
        .select(['id', 'roster_id'])
        .where('session_id', '=', room)
        .where('id', 'in', participantIds)
        .execute();
      if (people.length === 0) return false;
      const ids = people.map(({ id }) => id);
      await takeWordsOut(tx, room, ids, withoutText);
      await tx.deleteFrom('room_snapshots').where('room', '=', room).execute();
      await tx
        .updateTable('worksheet_updates')
        .set({ author: null })
        .where('room', '=', room)
        .where('author', 'in', ids)
        .execute();
      await tx.deleteFrom('links').where('participant_id', 'in', ids).execute();
      // The keys of their devices go with them, and the names of those who share their screen.
      await tx.deleteFrom('people').where('id', 'in', ids).execute();
      const onRoster = people.flatMap(({ roster_id }) => roster_id ?? []);
      if (onRoster.length > 0) {
        // They may have sat before a screen that several share as well.
        await tx.deleteFrom('screen_people').where('roster_id', 'in', onRoster).execute();
        await tx.deleteFrom('roster').where('id', 'in', onRoster).execute();
      }
      return true;
    });
  }
}

/**
 * Words are taken out of the rows that these people asked for. Until their erasing the State differs from
 * what it was, so the hashes in between are given up; after it, it is the same as before.
 */
async function takeWordsOut<C>(
  tx: Tx,
  room: string,
  ids: readonly string[],
  withoutText: WithoutText<C>,
): Promise<void> {
  const rows = await tx
    .selectFrom('journal')
    .select(['seq', 'command'])
    .where('room', '=', room)
    .where(sql<string>`actor->>'id'`, 'in', ids)
    .orderBy('seq')
    .execute();
  const changed = rows.flatMap(({ seq, command }) => {
    const after = withoutText(command as C);
    return after === command ? [] : [{ seq, command: JSON.stringify(after) }];
  });
  const [first] = changed;
  if (!first) return;
  await sql`
    UPDATE journal SET command = scrubbed.command::json
    FROM unnest(${changed.map(({ seq }) => seq)}::int[], ${changed.map(({ command }) => command)}::text[])
      AS scrubbed (seq, command)
    WHERE room = ${room} AND journal.seq = scrubbed.seq`.execute(tx);
  await sql`
    UPDATE journal SET state_hash = NULL
    WHERE room = ${room} AND state_hash IS NOT NULL AND seq > ${first.seq} AND seq < (
      SELECT max(seq) FROM journal
      WHERE room = ${room} AND ${commandHas('feature', 'people')} AND ${commandHas('type', 'erase')}
        AND (${sql.join(
          ids.map((id) => commandHas('participantId', id)),
          sql` OR `,
        )})
    )`.execute(tx);
}
