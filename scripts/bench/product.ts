import { chmod, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { DemoLinks } from '../../server/src/demo/seedDemo.ts';
import { startLocalPostgres } from '../../server/src/persistence/localPostgres.ts';
import { ProductProcess } from '../../tests/helpers/ProductProcess.ts';

export type Product = {
  readonly url: string;
  readonly links: DemoLinks;
  readonly pid: number;
  /** A PostgreSQL that floors may use, too. */
  readonly databaseUrl: string;
  stop(): Promise<void>;
};

/** Further settings, and a command that enters the network that it is to run in. */
export type Place = { readonly environment?: Record<string, string>; readonly within?: readonly string[] };

/** The product in a state that was prepared once; every run begins in it anew. */
export type PreparedProduct = {
  run(place?: Place): Promise<Product>;
  /** To be called once every run has been stopped. */
  clear(): Promise<void>;
};

/** What runs now, and how each is stopped. */
const running = new Set<() => Promise<void>>();

/** Has something stopped when the benchmark is interrupted. @returns what stops it, once. */
export function stoppedAtTheEnd(stop: () => Promise<void>): () => Promise<void> {
  const once = async () => {
    if (running.delete(once)) await stop();
  };
  running.add(once);
  return once;
}

/** Stops what runs, the last first: for a benchmark that is interrupted. */
export async function stopAll(): Promise<void> {
  for (const stop of [...running].reverse()) await stop();
}

/** Starts PostgreSQL and the product in a temporary folder; `stop` leaves nothing behind. */
export async function startProduct(): Promise<Product> {
  const bed = await makeBed();
  try {
    const product = await runProduct(bed.databaseUrl, join(bed.folder, 'data'));
    return { ...product, stop: () => product.stop().finally(bed.clear) };
  } catch (error) {
    await bed.clear();
    throw error;
  }
}

/** Starts the product, has it prepared, stops it, and runs copies of what came of it. */
export async function prepareProduct(prepare: (product: Product) => Promise<void>): Promise<PreparedProduct> {
  const bed = await makeBed();
  const data = join(bed.folder, 'data');
  try {
    const product = await runProduct(bed.databaseUrl, data);
    await prepare(product).finally(product.stop);
  } catch (error) {
    await bed.clear();
    throw error;
  }
  let copies = 0;
  const run = async (place: Place = {}) => {
    const name = `copy_${++copies}`;
    const folder = join(bed.folder, name);
    await cp(data, folder, { recursive: true });
    return runProduct(await copyDatabase(bed.databaseUrl, name), folder, place);
  };
  return { run, clear: bed.clear };
}

/** Where products run: a temporary folder and a PostgreSQL in it. */
async function makeBed(): Promise<{ folder: string; databaseUrl: string; clear(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'score-bench-'));
  // PostgreSQL's user may pass through.
  await chmod(folder, 0o711);
  const postgres = await startLocalPostgres({ dataDir: join(folder, 'postgres'), log: () => {} });
  const clear = stoppedAtTheEnd(async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return { folder, databaseUrl: postgres.url, clear };
}

async function runProduct(
  databaseUrl: string,
  dataDir: string,
  { environment = {}, within = [] }: Place = {},
): Promise<Product> {
  const own = { DATABASE_URL: databaseUrl, SCORE_DATA: dataDir };
  const product = await ProductProcess.begin({ ...environment, ...own }, within);
  const links = JSON.parse(await readFile(join(dataDir, 'demo-links.json'), 'utf8')) as DemoLinks;
  const stop = stoppedAtTheEnd(() => product.end());
  return { url: product.url, links, pid: product.pid, databaseUrl, stop };
}

/** @returns the copy's address. Nobody may be connected to the original. */
async function copyDatabase(databaseUrl: string, name: string): Promise<string> {
  const url = new URL(databaseUrl);
  const original = url.pathname.slice(1);
  url.pathname = '/template1';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${original}"`);
  } finally {
    await client.end();
  }
  url.pathname = `/${name}`;
  return url.href;
}
