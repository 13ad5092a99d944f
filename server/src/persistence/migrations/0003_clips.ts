import { type Kysely, sql } from 'kysely';

/** Uploaded videos. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `CREATE TABLE clips (
    id text PRIMARY KEY,
    session_id text NOT NULL REFERENCES sessions ON DELETE CASCADE,
    title text NOT NULL,
    ready boolean NOT NULL,
    created_at bigint NOT NULL
  )`,
  'CREATE INDEX clips_unfinished ON clips (created_at) WHERE NOT ready',
];
