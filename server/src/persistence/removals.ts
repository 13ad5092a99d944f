import { type Kysely, sql } from 'kysely';
import { commandHas } from './commandHas.ts';
import type { Database } from './schema.ts';

/** What asks for something to be taken out of a Room for good. */
export type RemovalCommand = { readonly feature: 'slides' | 'clips'; readonly type: string };

/**
 * The Rooms that this Command stands in after their last snapshot. Only in those can the end of a server have come
 * between the Command's row and what follows from it: a server that is stopped cleanly saves a snapshot last.
 */
export async function roomsWithRecent(
  db: Kysely<Database>,
  { feature, type }: RemovalCommand,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM rooms WHERE EXISTS (
      SELECT FROM journal
      WHERE room = rooms.id
        AND seq > coalesce((SELECT max(seq) FROM room_snapshots WHERE room = rooms.id), 0)
        AND ${commandHas('feature', feature)} AND ${commandHas('type', type)}
    )`.execute(db);
  return rows.map(({ id }) => id);
}
