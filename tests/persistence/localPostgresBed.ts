import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, readdir, readlink, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterEach, beforeEach, expect } from 'vitest';
import { type LocalPostgres, startLocalPostgres } from '../../server/src/persistence/localPostgres.ts';

/** A server in a process of its own. */
export interface ServerProcess {
  readonly pid: number;
  readonly url: string;
  readonly home: string;
  /** SIGKILL, and waits until the process is gone. */
  kill(): Promise<void>;
}

/**
 * A folder in which databases are started and stopped. After each test everything that it started is
 * stopped, no PostgreSQL process may be left, and the folder is removed.
 */
export class LocalPostgresBed {
  root = '';
  readonly said: string[] = [];
  #started: LocalPostgres[] = [];
  #children: ChildProcess[] = [];

  constructor() {
    beforeEach(async () => {
      this.root = await mkdtemp(join(await quickFolder(), 'score-local-'));
      await chmod(this.root, 0o711); // As a machine's root folder, others may pass.
      await mkdir(this.systemFolder);
      this.said.length = 0;
    });
    afterEach(async () => {
      for (const postgres of this.#started.splice(0)) await postgres.stop();
      for (const child of this.#children.splice(0)) await ended(child, () => child.stdin?.end());
      const left = await this.processes();
      for (const pid of left) process.kill(pid, 'SIGKILL');
      await rm(this.root, { recursive: true });
      expect(left).toEqual([]);
    });
  }

  /** What /var/lib/score-classroom is on a real machine. */
  get systemFolder(): string {
    return join(this.root, 'system');
  }

  async folder(name: string, mode: number): Promise<string> {
    const path = join(this.root, name);
    await mkdir(path);
    await chmod(path, mode);
    return path;
  }

  async start(
    dataDir: string,
    options: { packaged?: { folder: string; version: string } } = {},
  ): Promise<LocalPostgres> {
    const log = (sentence: string) => this.said.push(sentence);
    const postgres = await startLocalPostgres({ dataDir, systemFolder: this.systemFolder, log, ...options });
    this.#started.push(postgres);
    return postgres;
  }

  /** Starts a server in a process of its own and waits until it has its database. */
  async startProcess(dataDir: string): Promise<ServerProcess> {
    const child = this.spawnServer(dataDir);
    const lines = createInterface({ input: child.stdout! });
    const [line] = (await once(lines, 'line')) as [string];
    return { pid: child.pid!, ...JSON.parse(line), kill: () => kill(child) };
  }

  spawnServer(dataDir: string): ChildProcess {
    const script = fileURLToPath(new URL('./localPostgresServer.ts', import.meta.url));
    const child = spawn(process.execPath, [script, dataDir, this.systemFolder], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#children.push(child);
    return child;
  }

  /** PostgreSQL's processes of all databases in the bed. */
  async processes(): Promise<number[]> {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const cwds = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')));
    return pids.filter((_, index) => cwds[index]?.startsWith(`${this.root}/`)).map(Number);
  }
}

/**
 * Memory, where the machine has plenty and lets programs run from it: on some disks deleting the
 * thousand files of a database takes longer than all the rest of a test.
 */
async function quickFolder(): Promise<string> {
  const memory = '/dev/shm';
  const space = await statfs(memory).catch(() => null);
  if (!space || space.bavail * space.bsize < 2 ** 31) return tmpdir();
  const probe = join(memory, `score-local-probe-${process.pid}`);
  try {
    await writeFile(probe, '', { mode: 0o755 });
    await access(probe, constants.X_OK);
    return memory;
  } catch {
    return tmpdir();
  } finally {
    await rm(probe, { force: true });
  }
}

/** SIGKILL, and waits until the process is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  await ended(child, () => child.kill('SIGKILL'));
}

async function ended(child: ChildProcess, end: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  end();
  await exited;
}

/** One statement on a connection of its own. */
export async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
