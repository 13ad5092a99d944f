import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
// What `inject` may be asked for is declared there.
import type {} from './globalPostgres.ts';

/** A database that nobody else uses. */
export interface TestDatabase {
  /** A connection string for `pg`. */
  readonly url: string;
  /**
   * Deletes it.
   *
   * @throws when something is still connected to it after 5 s: a test closes what it opens.
   */
  drop(): Promise<void>;
}

/**
 * Gives each test, or all tests of the file, a database of its own: the tables and no rows. Call it at the
 * top of a file or a `describe`, and read `url` inside tests and hooks.
 *
 * ```ts
 * const database = useDatabase();
 * test('…', async () => { const db = openDatabase(database.url, fail); … });
 * ```
 */
export function useDatabase(per: 'test' | 'file' = 'test'): { readonly url: string } {
  let current: TestDatabase | null = null;
  const [before, after] = per === 'test' ? [beforeEach, afterEach] : [beforeAll, afterAll];
  before(async () => {
    current = await createDatabase();
  });
  after(async () => {
    const ending = current;
    current = null;
    await ending?.drop();
  });
  return {
    get url() {
      if (!current) throw new Error('There is a database only while a test or its hooks run.');
      return current.url;
    },
  };
}

/** Copies the template that tests/helpers/globalPostgres.ts made. */
export async function createDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(`CREATE DATABASE ${name} TEMPLATE score`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      try {
        await administer(`DROP DATABASE ${name}`); // PostgreSQL itself waits 5 s for connections to end.
      } catch (error) {
        await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
        throw error;
      }
    },
  };
}

/** One statement on a connection that is not to the template, which must have none while it is copied. */
export async function administer(statement: string): Promise<void> {
  const url = new URL(inject('postgresUrl'));
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
