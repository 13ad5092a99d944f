import { type Kysely, sql } from 'kysely';

/** What nothing reads: where a Session is in its life and what its plan is, its Room says. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['course', 'status', 'plan'])
    await sql`ALTER TABLE sessions DROP COLUMN ${sql.id(column)}`.execute(db);
}
