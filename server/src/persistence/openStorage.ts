import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { Closers } from '../Closers.ts';
import type { Config } from '../config.ts';
import { startStep } from '../startProblem.ts';
import { openDatabase } from './database.ts';
import { startLocalPostgres } from './localPostgres.ts';
import { migrateToLatest } from './migrate.ts';
import { PostgresJournal } from './PostgresJournal.ts';
import type { Database } from './schema.ts';

/** The database, with the tables of this version, and the Journal in it. */
export type Storage = {
  readonly db: Kysely<Database>;
  readonly journal: PostgresJournal;
  /** Closes the connections, and stops the PostgreSQL that was started for them. Safe to call twice. */
  close(): Promise<void>;
};

/**
 * Opens the database that the configuration names, or starts the product's own.
 *
 * @throws an Error with a sentence for people; then nothing is left open.
 */
export async function openStorage(
  { dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>,
  log: Logger,
): Promise<Storage> {
  const closers = new Closers();
  let stopping = false;
  const lostConnection = (error: Error) => {
    if (!stopping) log.warn({ err: error }, 'a database connection broke');
  };
  const ownDatabase = async (): Promise<string> => {
    const postgres = await startLocalPostgres({ dataDir, log: (sentence) => log.info(sentence) });
    closers.add(() => {
      stopping = true;
      return postgres.stop();
    });
    return postgres.url;
  };
  try {
    const url = databaseUrl ?? (await ownDatabase());
    await startStep(
      () => migrateToLatest(url),
      ({ words, code }) =>
        databaseUrl && (code || /timeout|terminated/.test(words))
          ? `The database that DATABASE_URL names can’t be used (${words}).`
          : null,
    );
    const db = openDatabase(url, lostConnection);
    closers.add(() => db.destroy());
    const journal = new PostgresJournal(url, lostConnection);
    closers.add(() => journal.close());
    return { db, journal, close: () => closers.close() };
  } catch (error) {
    await closers.close().catch((err: unknown) => log.error({ err }, 'the database was not closed'));
    throw error;
  }
}
