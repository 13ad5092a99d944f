import type { ColumnType, Generated } from 'kysely';

/**
 * JSON is written as text, by `JSON.stringify` in one place per table, and read parsed. The columns
 * are `json`, never `jsonb`, which would sort the keys.
 */
type Json = ColumnType<unknown, string, string>;

/** Times are whole milliseconds since 1970, as everywhere in this product. */
type Time = number;

interface RoomsTable {
  id: string;
  epoch: number;
}

interface JournalTable {
  room: string;
  seq: number;
  epoch: number;
  command_id: string;
  at: Time;
  actor: Json;
  ids: Json;
  command: Json;
  rules: number;
  state_hash: string | null;
}

interface RoomSnapshotsTable {
  room: string;
  feature: string;
  seq: number;
  state: string;
  rules: number;
}

interface AliasKeysTable {
  room: string;
  item: string;
  key: Buffer;
}

interface SessionsTable {
  id: string;
  title: Json;
  starts_at: Time;
  minutes: number;
  time_zone: string;
  created_at: Time;
}

interface EnterprisesTable {
  id: string;
  name: Json;
}

interface SessionEnterprisesTable {
  session_id: string;
  enterprise_id: string;
  position: number;
}

interface RosterTable {
  id: string;
  session_id: string;
  enterprise_id: string;
  name: string;
  kind: string;
  duty: string;
  position: Generated<number>;
}

interface LinksTable {
  token_hash: string;
  session_id: string;
  kind: string;
  enterprise_id: string | null;
  participant_id: string | null;
  person_name: string | null;
  expires_at: Time | null;
  revoked_at: Time | null;
}

interface PeopleTable {
  id: string;
  session_id: string;
  enterprise_id: string | null;
  roster_id: string | null;
  name: string;
  role: string;
  created_at: Time;
  /** Of a shared screen: how many sat before it when it joined. */
  heads: number | null;
}

interface ScreenPeopleTable {
  participant_id: string;
  position: number;
  roster_id: string | null;
  name: string;
}

interface DeviceSecretsTable {
  id: string;
  participant_id: string;
  secret_hash: string;
  created_at: Time;
  revoked_at: Time | null;
}

interface DecksTable {
  id: string;
  session_id: string;
  title: string;
  kind: string;
  status: Json;
  pages: Json;
  created_at: Time;
}

interface ClipsTable {
  id: string;
  session_id: string;
  title: string;
  ready: boolean;
  created_at: Time;
}

interface WorksheetUpdatesTable {
  room: string;
  doc: string;
  seq: number;
  epoch: number;
  /** Null in a row that several people's updates were merged into. */
  author: string | null;
  update: Uint8Array;
  at: Time;
}

/** The tables as Kysely sees them; `migrations/` makes them. */
export interface Database {
  rooms: RoomsTable;
  journal: JournalTable;
  room_snapshots: RoomSnapshotsTable;
  alias_keys: AliasKeysTable;
  sessions: SessionsTable;
  enterprises: EnterprisesTable;
  session_enterprises: SessionEnterprisesTable;
  roster: RosterTable;
  links: LinksTable;
  people: PeopleTable;
  screen_people: ScreenPeopleTable;
  device_secrets: DeviceSecretsTable;
  decks: DecksTable;
  clips: ClipsTable;
  worksheet_updates: WorksheetUpdatesTable;
}
