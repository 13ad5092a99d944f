import { Kysely, PostgresDialect } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { Pool } from 'pg';
import { surviveBreaks } from './database.ts';
import { up as first } from './migrations/0001_first.ts';
import { up as sharedScreens } from './migrations/0002_shared_screens.ts';
import { up as clips } from './migrations/0003_clips.ts';
import { up as fewerColumns } from './migrations/0004_fewer_columns.ts';

/** Every migration under its name; they run in the order of their names, each one once. */
const migrations: Record<string, Migration> = {
  '0001_first': { up: first },
  '0002_shared_screens': { up: sharedScreens },
  '0003_clips': { up: clips },
  '0004_fewer_columns': { up: fewerColumns },
};

/**
 * Brings the tables to this version. Safe to run from several processes at once: Kysely's migrator
 * holds an advisory lock, and whoever comes second finds nothing left to do. It has a connection of its
 * own without a statement timeout, since a migration of a large table may take its time.
 *
 * @throws an Error with a sentence for people when the database was last used by a newer version.
 */
export async function migrateToLatest(url: string): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 10_000 });
  surviveBreaks(pool);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
    const unknown = (await appliedMigrations(db)).filter((name) => !(name in migrations));
    if (unknown.length > 0) {
      throw new Error(
        `The database was last used by a newer version of SCORE Classroom (it knows ${unknown.join(', ')}). ` +
          'Start that version or a later one; this one has changed nothing.',
      );
    }
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
  } finally {
    await db.destroy();
  }
}

/** The names in Kysely's own table, which does not exist before the first run. */
async function appliedMigrations(db: Kysely<unknown>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const rows = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  return rows.map(({ name }) => name);
}
