import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startLocalPostgres } from '../../server/src/persistence/localPostgres.ts';
import { migrateToLatest } from '../../server/src/persistence/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connects to the run's PostgreSQL; tests/helpers/database.ts makes a database there per test. */
    postgresUrl: string;
  }
}

/**
 * Starts one PostgreSQL, the product's own, for the whole test run. Its database `score` has the tables
 * and no rows: the template that every test's own database is copied from, in some 40 ms.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'score-tests-'));
  // PostgreSQL's user may pass through, so that the database is in this folder and goes with it.
  await chmod(dataDir, 0o711);
  const postgres = await startLocalPostgres({ dataDir, log: (sentence) => console.log(sentence) });
  try {
    await migrateToLatest(postgres.url);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
