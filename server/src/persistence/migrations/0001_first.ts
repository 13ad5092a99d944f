import { type Kysely, sql } from 'kysely';

/**
 * The tables of the first release. A migration that has been released is never edited: a change is a
 * new file. There are no foreign keys from the Journal, so that an append takes no lock but its own.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `CREATE TABLE rooms (
    id text PRIMARY KEY,
    epoch integer NOT NULL
  )`,

  `CREATE TABLE journal (
    room text NOT NULL,
    seq integer NOT NULL,
    epoch integer NOT NULL,
    command_id text NOT NULL,
    at bigint NOT NULL,
    actor json NOT NULL,
    ids json NOT NULL,
    command json NOT NULL,
    rules integer NOT NULL,
    state_hash text,
    PRIMARY KEY (room, seq)
  )`,

  `CREATE TABLE room_snapshots (
    room text NOT NULL,
    feature text NOT NULL,
    seq integer NOT NULL,
    state text NOT NULL,
    rules integer NOT NULL,
    PRIMARY KEY (room, feature, seq)
  )`,

  // One key for each anonymous item that is open; it is destroyed when the item closes.
  `CREATE TABLE alias_keys (
    room text NOT NULL,
    item text NOT NULL,
    key bytea NOT NULL,
    PRIMARY KEY (room, item)
  )`,

  `CREATE TABLE sessions (
    id text PRIMARY KEY,
    title json NOT NULL,
    course json NOT NULL,
    status text NOT NULL CHECK (status IN ('scheduled', 'lobby', 'live', 'closed')),
    starts_at bigint NOT NULL,
    minutes integer NOT NULL,
    time_zone text NOT NULL,
    plan json NOT NULL,
    created_at bigint NOT NULL
  )`,

  `CREATE TABLE enterprises (
    id text PRIMARY KEY,
    name json NOT NULL
  )`,

  `CREATE TABLE session_enterprises (
    session_id text NOT NULL REFERENCES sessions ON DELETE CASCADE,
    enterprise_id text NOT NULL REFERENCES enterprises,
    position integer NOT NULL,
    PRIMARY KEY (session_id, enterprise_id)
  )`,

  `CREATE TABLE roster (
    id text PRIMARY KEY,
    session_id text NOT NULL,
    enterprise_id text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('manager', 'worker')),
    duty text NOT NULL CHECK (duty IN ('leader', 'deputy', 'secretary', 'timekeeper', 'liaison', 'none')),
    position integer GENERATED ALWAYS AS IDENTITY,
    FOREIGN KEY (session_id, enterprise_id) REFERENCES session_enterprises ON DELETE CASCADE
  )`,
  'CREATE INDEX roster_of_session ON roster (session_id, enterprise_id)',

  `CREATE TABLE people (
    id text PRIMARY KEY,
    session_id text NOT NULL REFERENCES sessions ON DELETE CASCADE,
    enterprise_id text REFERENCES enterprises,
    roster_id text UNIQUE REFERENCES roster ON DELETE SET NULL,
    name text NOT NULL,
    role text NOT NULL CHECK (role IN ('trainer', 'moderator', 'member', 'observer')),
    created_at bigint NOT NULL
  )`,
  'CREATE INDEX people_of_session ON people (session_id)',

  `CREATE TABLE links (
    token_hash text PRIMARY KEY,
    session_id text NOT NULL REFERENCES sessions ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('enterprise', 'trainer', 'moderator', 'observer')),
    enterprise_id text REFERENCES enterprises,
    participant_id text,
    person_name text,
    expires_at bigint,
    revoked_at bigint,
    CHECK ((kind = 'enterprise') = (enterprise_id IS NOT NULL))
  )`,
  'CREATE INDEX links_of_session ON links (session_id)',

  `CREATE TABLE device_secrets (
    id text PRIMARY KEY,
    participant_id text NOT NULL REFERENCES people ON DELETE CASCADE,
    secret_hash text NOT NULL UNIQUE,
    created_at bigint NOT NULL,
    revoked_at bigint
  )`,
  'CREATE INDEX device_secrets_of_participant ON device_secrets (participant_id)',

  `CREATE TABLE decks (
    id text PRIMARY KEY,
    session_id text NOT NULL REFERENCES sessions ON DELETE CASCADE,
    title text NOT NULL,
    kind text NOT NULL,
    status json NOT NULL,
    pages json NOT NULL,
    created_at bigint NOT NULL
  )`,
  'CREATE INDEX decks_of_session ON decks (session_id)',

  `CREATE TABLE worksheet_updates (
    room text NOT NULL,
    doc text NOT NULL,
    seq integer NOT NULL,
    epoch integer NOT NULL,
    author text,
    update bytea NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (room, doc, seq)
  )`,
];
