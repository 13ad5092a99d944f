import { chmod, glob, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { lockFolder } from '../../server/src/persistence/local/folderLock.ts';
import { stopLeftovers } from '../../server/src/persistence/local/leftovers.ts';
import { type LocalPostgres, startLocalPostgres } from '../../server/src/persistence/localPostgres.ts';
import { migrateToLatest } from '../../server/src/persistence/migrate.ts';

const prefix = 'score-tests-';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connects to the run's PostgreSQL; tests/helpers/database.ts makes a database there per test. */
    postgresUrl: string;
    /** The folder that tests/helpers/drawnDeck.ts keeps the demo's deck in. */
    drawnDeck: string;
  }
}

/**
 * Starts one PostgreSQL, the product's own, for the whole test run. Its database `score` has the tables
 * and no rows: the template that every test's own database is copied from, in some 40 ms.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearAbandoned();
  const dataDir = await mkdtemp(join(tmpdir(), prefix));
  let postgres: LocalPostgres | null = null;
  const end = async () => {
    await postgres?.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    // PostgreSQL's user may pass through, so that the database is in this folder and goes with it.
    await chmod(dataDir, 0o711);
    postgres = await startLocalPostgres({ dataDir, log: (sentence) => console.log(sentence) });
    await migrateToLatest(postgres.url);
    project.provide('postgresUrl', postgres.url);
    project.provide('drawnDeck', join(dataDir, 'drawn-deck'));
    return end;
  } catch (error) {
    await end();
    throw error;
  }
}

/**
 * Ends what killed test runs left behind. A folder whose lock is free belongs to no run; one that is
 * younger than a minute may belong to a run that is just about to lock it.
 */
async function clearAbandoned(): Promise<void> {
  for await (const name of glob(`${prefix}*`, { cwd: tmpdir() })) {
    const folder = join(tmpdir(), name);
    const found = await stat(folder).catch(() => null);
    if (!found || Date.now() - found.mtimeMs < 60_000) continue;
    const lock = await lockFolder(folder).catch(() => null);
    if (!lock) continue;
    await stopLeftovers(join(folder, 'postgres', 'cluster'));
    await rm(folder, { recursive: true, force: true });
    await lock.release();
  }
}
