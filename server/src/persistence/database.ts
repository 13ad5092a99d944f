import { Kysely, PostgresDialect } from 'kysely';
import { type ClientBase, Pool, type PoolConfig, types } from 'pg';
import type { Database } from './schema.ts';

/** PostgreSQL's type number of `bigint`. */
const bigintOid = 20;

/**
 * The settings that every connection of the product shares. A bigint is read as a number: the only
 * ones are milliseconds and byte counts, far below 2^53.
 */
export function poolConfig(url: string, config: PoolConfig): PoolConfig {
  return {
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'score-classroom',
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === bigintOid ? Number : types.getTypeParser(oid, format),
    },
    onConnect: beDurable,
    ...config,
  };
}

/**
 * A database server may be set to confirm before its disk has the row. We say "saved" to people only
 * when it is. Stricter settings, such as waiting for a standby, are left as they are.
 */
async function beDurable(client: ClientBase): Promise<void> {
  await client.query(
    "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'",
  );
}

/**
 * A connection that breaks while it is lent out, as in a transaction, has nobody else who listens, which would end the
 * process. What is asked over it fails by itself.
 */
export function surviveBreaks(pool: Pool): void {
  pool.on('connect', (client) => client.on('error', () => {}));
}

/**
 * The database for everything but the Journal's appends, which have connections of their own (see
 * PostgresJournal) and never queue behind a report. A statement is given up after 15 s; a connection
 * that holds a transaction open without doing anything, after 30 s.
 *
 * @param onError is told of an idle connection that broke; the pool replaces it by itself.
 */
export function openDatabase(url: string, onError: (error: Error) => void): Kysely<Database> {
  const pool = new Pool(
    poolConfig(url, { max: 10, statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000 }),
  );
  pool.on('error', onError);
  surviveBreaks(pool);
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
