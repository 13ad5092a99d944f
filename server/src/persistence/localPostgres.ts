import { realpath } from 'node:fs/promises';
import { makeDataFolder } from '../dataFolder.ts';
import { clusterHome } from './local/clusterHome.ts';
import { lockFolder } from './local/folderLock.ts';
import { stopLeftovers } from './local/leftovers.ts';
import { findBinaries, packagedBinaries } from './local/postgresBinaries.ts';
import { SupervisedPostgres } from './local/SupervisedPostgres.ts';

export interface LocalPostgresOptions {
  /** The product's data folder; made when missing. */
  readonly dataDir: string;
  /** Is told in whole sentences what a person should know: where the database is, what was taken over. */
  readonly log: (sentence: string) => void;
  /** Where databases go whose data folder PostgreSQL's user can't reach. Tests have their own. */
  readonly systemFolder?: string;
  /** The npm package's programs. Tests have their own. */
  readonly packaged?: { readonly folder: string; readonly version: string };
}

export interface LocalPostgres {
  /** A connection string for `pg`; it holds no secret, since the kernel says who connects. */
  readonly url: string;
  /** The folder that holds the database. */
  readonly home: string;
  /** Stops PostgreSQL cleanly and gives the data folder free. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts the product's own PostgreSQL on a data folder, for this machine only. Takes about half a second the
 * first time and a tenth of that later (docs/decisions/0004).
 *
 * The data folder is locked until `stop()`, or until this process ends in any way. PostgreSQL processes
 * that a killed server left behind are stopped cleanly before the start; when PostgreSQL ends by itself
 * (killed for want of memory), it is started again at the same address.
 *
 * @throws an Error with a sentence for people: a second server on the folder, another version's
 *   database, no user to run as, a database that is not where it was.
 */
export async function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const { log, systemFolder = '/var/lib/score-classroom', packaged = packagedBinaries() } = options;
  await makeDataFolder(options.dataDir);
  const dataDir = await realpath(options.dataDir);
  const lock = await lockFolder(dataDir);
  try {
    const home = await clusterHome({ dataDir, systemFolder, log });
    const binaries = await findBinaries(home.runner, systemFolder, packaged, log);
    const left = await stopLeftovers(home.cluster);
    if (left > 0)
      log('The PostgreSQL that a killed server left running was stopped; what was saved is there.');
    const postgres = await SupervisedPostgres.start(home, binaries, log);
    return {
      url: postgres.url,
      home: home.folder,
      stop: async () => {
        await postgres.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
