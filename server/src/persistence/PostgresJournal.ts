import { Pool } from 'pg';
import { poolConfig } from './database.ts';
import { isUniqueViolation, lockOwner } from './fence.ts';
import {
  type Journal,
  JournalConflict,
  type JournalRow,
  type Snapshot,
  type SnapshotToSave,
} from './Journal.ts';

/** Rows fetched at once while reading; some hundred kB. */
const batchSize = 500;

const append = `
  INSERT INTO journal (room, epoch, seq, command_id, at, actor, ids, command, rules, state_hash)
  SELECT owner.id, $2, new.seq, new.command_id, new.at, new.actor::json, new.ids::json, new.command::json,
         new.rules, new.state_hash
  FROM (${lockOwner}) owner,
       unnest($3::int[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::int[], $10::text[])
         AS new (seq, command_id, at, actor, ids, command, rules, state_hash)`;

/** What is newer takes the place of what is older, or a long class would fill the disk. */
const saveSnapshot = `
  WITH owner AS (${lockOwner}),
  last AS (SELECT room, seq FROM journal, owner WHERE room = owner.id AND seq = $3),
  replaced AS (
    DELETE FROM room_snapshots older USING last
    WHERE older.room = last.room AND older.seq < last.seq AND older.feature = ANY($5::text[])
  )
  INSERT INTO room_snapshots (room, seq, rules, feature, state)
  SELECT last.room, last.seq, $4, new.feature, new.state
  FROM last, unnest($5::text[], $6::text[]) AS new (feature, state)
  ON CONFLICT (room, feature, seq) DO UPDATE SET state = excluded.state, rules = excluded.rules`;

const loadSnapshot = `
  SELECT DISTINCT ON (feature) feature, seq, state, rules
  FROM room_snapshots WHERE room = $1 ORDER BY feature, seq DESC`;

const read = `
  SELECT room, seq, epoch, command_id, at, actor, ids, command, rules, state_hash
  FROM journal WHERE room = $1 AND seq > $2 ORDER BY seq LIMIT ${batchSize}`;

const nextEpoch = `
  INSERT INTO rooms (id, epoch) VALUES ($1, 1)
  ON CONFLICT (id) DO UPDATE SET epoch = rooms.epoch + 1 RETURNING epoch`;

/**
 * The Journal in PostgreSQL. It has connections of its own, so that an append never queues behind a
 * report. Every statement is prepared once per connection, and an append is one round trip, whether it
 * has one row or five hundred.
 */
export class PostgresJournal implements Journal {
  readonly #pool: Pool;

  /** @param onError is told of an idle connection that broke; the pool replaces it by itself. */
  constructor(url: string, onError: (error: Error) => void) {
    this.#pool = new Pool(poolConfig(url, { max: 4, statement_timeout: 10_000, keepAlive: true }));
    this.#pool.on('error', onError);
  }

  async append(rows: readonly JournalRow[]): Promise<void> {
    const { room, epoch } = ofOneOwner(rows);
    await this.#write(room, epoch, rows.length, 'journal-append', append, [
      room,
      epoch,
      rows.map((row) => row.seq),
      rows.map((row) => row.commandId),
      rows.map((row) => row.at),
      rows.map((row) => JSON.stringify(row.actor)),
      rows.map((row) => JSON.stringify(row.ids)),
      rows.map((row) => JSON.stringify(row.command)),
      rows.map((row) => row.rules),
      rows.map((row) => row.stateHash ?? null),
    ]);
  }

  async *read(room: string, afterSeq: number): AsyncGenerator<JournalRow> {
    let after = afterSeq;
    for (;;) {
      const { rows } = await this.#pool.query<StoredRow>({
        name: 'journal-read',
        text: read,
        values: [room, after],
      });
      for (const row of rows) {
        after = row.seq;
        yield fromStored(row);
      }
      if (rows.length < batchSize) return;
    }
  }

  async nextEpoch(room: string): Promise<number> {
    const { rows } = await this.#pool.query<{ epoch: number }>({
      name: 'journal-next-epoch',
      text: nextEpoch,
      values: [room],
    });
    return rows[0]!.epoch;
  }

  async saveSnapshot({ room, seq, epoch, rules, features }: SnapshotToSave): Promise<void> {
    const entries = Object.entries(features);
    if (entries.length === 0) return;
    await this.#write(room, epoch, entries.length, 'journal-save-snapshot', saveSnapshot, [
      room,
      epoch,
      seq,
      rules,
      entries.map(([feature]) => feature),
      entries.map(([, state]) => state),
    ]);
  }

  async loadSnapshot(room: string): Promise<Snapshot | null> {
    const { rows } = await this.#pool.query<StoredState>({
      name: 'journal-load-snapshot',
      text: loadSnapshot,
      values: [room],
    });
    if (rows.length === 0) return null;
    return {
      seq: Math.max(...rows.map((row) => row.seq)),
      rules: Math.min(...rows.map((row) => row.rules)),
      features: Object.fromEntries(rows.map((row) => [row.feature, row.state])),
    };
  }

  /** Waits for what is under way and closes the connections. Safe to call twice. */
  async close(): Promise<void> {
    if (!this.#pool.ending) await this.#pool.end();
  }

  /** @throws {JournalConflict} when the statement did not write all the rows. */
  async #write(
    room: string,
    epoch: number,
    expected: number,
    name: string,
    text: string,
    values: unknown[],
  ): Promise<void> {
    const written = await this.#pool.query({ name, text, values }).catch((error: unknown) => {
      if (isUniqueViolation(error)) throw new JournalConflict(room, epoch, { cause: error });
      throw error;
    });
    if (written.rowCount !== expected) throw new JournalConflict(room, epoch);
  }
}

interface StoredRow {
  room: string;
  seq: number;
  epoch: number;
  command_id: string;
  at: number;
  actor: unknown;
  ids: string[];
  command: unknown;
  rules: number;
  state_hash: string | null;
}

interface StoredState {
  feature: string;
  seq: number;
  state: string;
  rules: number;
}

function fromStored({ command_id, state_hash, ...row }: StoredRow): JournalRow {
  return { ...row, commandId: command_id, stateHash: state_hash };
}

/** The Room and the epoch of all the rows. @throws a TypeError when they are not one run of one owner. */
function ofOneOwner(rows: readonly JournalRow[]): { room: string; epoch: number } {
  const [first] = rows;
  if (!first) throw new TypeError('An append needs at least one row.');
  for (const [index, { room, epoch, seq }] of rows.entries()) {
    if (room !== first.room || epoch !== first.epoch || seq !== first.seq + index) {
      throw new TypeError(
        `Row ${seq} of ${room} in epoch ${epoch} does not follow in an append that begins with ` +
          `row ${first.seq} of ${first.room} in epoch ${first.epoch}.`,
      );
    }
  }
  return first;
}
