import { access, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClusterHome } from './clusterHome.ts';
import { stopLeftovers, temporarySocketFolder } from './leftovers.ts';
import type { PostgresBinaries } from './postgresBinaries.ts';
import {
  checkVersion,
  makeCluster,
  type Postmaster,
  roleName,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts';
import { makeFolderFor } from './runner.ts';

type Log = (sentence: string) => void;

/** More ends than these within a minute mean that starting it again does not help. */
const restartsPerMinute = 5;

/** A socket's path has at most 107 bytes on Linux, and PostgreSQL adds `/.s.PGSQL.5432.lock`. */
const longestSocketFolder = 85;

/** PostgreSQL separates folders by commas and knows quotes, so such a path is not given to it. */
const plainPath = /^[\w/.@+-]+$/;

/**
 * A PostgreSQL that runs until it is stopped. When it ends by itself, killed for want of memory for
 * example, it is started again at the same address, so that connection pools recover on their own.
 */
export class SupervisedPostgres {
  readonly url: string;
  readonly #home: ClusterHome;
  readonly #binaries: PostgresBinaries;
  readonly #socketFolder: string;
  readonly #log: Log;
  #postmaster: Postmaster;
  #restarts: number[] = [];
  #restarting: Promise<void> = Promise.resolve();
  #stopped: Promise<void> | null = null;

  /** Makes the cluster when there is none. @throws an Error with a sentence for people. */
  static async start(home: ClusterHome, binaries: PostgresBinaries, log: Log): Promise<SupervisedPostgres> {
    const present = await access(home.cluster).then(
      () => true,
      () => false,
    );
    if (!present) await makeCluster(home, binaries);
    await checkVersion(home, binaries);
    const socketFolder = await chooseSocketFolder(home);
    try {
      await renewSocketFolder(socketFolder, home);
      const postmaster = await startPostmaster(home, binaries, socketFolder);
      return new SupervisedPostgres(home, binaries, socketFolder, postmaster, log);
    } catch (error) {
      await rm(socketFolder, { recursive: true, force: true });
      throw error;
    }
  }

  private constructor(
    home: ClusterHome,
    binaries: PostgresBinaries,
    socketFolder: string,
    postmaster: Postmaster,
    log: Log,
  ) {
    this.url = `postgresql://${roleName}@localhost:5432/${roleName}?host=${encodeURIComponent(socketFolder)}`;
    this.#home = home;
    this.#binaries = binaries;
    this.#socketFolder = socketFolder;
    this.#log = log;
    this.#postmaster = postmaster;
    this.#watch();
  }

  /** Stops PostgreSQL cleanly. Safe to call twice. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<void> {
    await this.#restarting;
    await stopPostmaster(this.#postmaster);
    await rm(this.#socketFolder, { recursive: true, force: true });
  }

  #watch(): void {
    const { child } = this.#postmaster;
    child.once('exit', (code, signal) => {
      if (this.#stopped) return;
      this.#restarting = this.#restart(signal ?? `code ${code}`);
    });
  }

  async #restart(reason: string): Promise<void> {
    const now = performance.now();
    this.#restarts = [...this.#restarts.filter((at) => now - at < 60_000), now];
    if (this.#restarts.length > restartsPerMinute) {
      this.#log(
        `PostgreSQL ended ${this.#restarts.length} times within a minute and is not started again; ` +
          `see ${join(this.#home.folder, 'postgres.log')}, then restart the server.`,
      );
      return;
    }
    try {
      await stopLeftovers(this.#home.cluster); // Sessions outlive a killed postmaster for a moment.
      await renewSocketFolder(this.#socketFolder, this.#home);
      this.#postmaster = await startPostmaster(this.#home, this.#binaries, this.#socketFolder);
      this.#log(`PostgreSQL ended by itself (${reason}) and was started again.`);
      this.#watch();
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      this.#log(`PostgreSQL ended by itself (${reason}) and could not be started again. ${failure}`);
    }
  }
}

/** Beside the cluster, or under a short path where that one is too long for a socket. */
async function chooseSocketFolder({ folder }: ClusterHome): Promise<string> {
  const beside = join(folder, 'socket');
  const fits = Buffer.byteLength(beside) <= longestSocketFolder && plainPath.test(beside);
  return fits ? beside : await mkdtemp(temporarySocketFolder);
}

/** Empty, since a killed PostgreSQL leaves a socket that nobody serves. */
async function renewSocketFolder(folder: string, { runner }: ClusterHome): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await makeFolderFor(runner, folder);
}
