import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** Starts PostgreSQL and the product in a temporary folder; `stop` leaves nothing behind. */
export async function startProduct(): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'score-bench-'));
  await chmod(folder, 0o711);
  const postgres = await startLocalPostgres({ dataDir: folder, log: () => {} });
  const stop = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const product = await ProductProcess.begin({ DATABASE_URL: postgres.url });
    return {
      url: product.url,
      links: await product.links(),
      pid: product.pid,
      databaseUrl: postgres.url,
      stop: async () => {
        await product.end();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
