import { type Kysely, sql } from 'kysely';

/** Screens that several people share: how many sat before one when it joined, and who, as far as they said. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  'ALTER TABLE people ADD COLUMN heads integer CHECK (heads > 0)',

  `CREATE TABLE screen_people (
    participant_id text NOT NULL REFERENCES people ON DELETE CASCADE,
    position integer NOT NULL,
    roster_id text REFERENCES roster ON DELETE SET NULL,
    name text NOT NULL,
    PRIMARY KEY (participant_id, position)
  )`,
  'CREATE INDEX screen_people_of_roster ON screen_people (roster_id)',
];
