import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoLinks } from '../../server/src/demo/seedDemo.ts';
import { startLocalPostgres } from '../../server/src/persistence/localPostgres.ts';

const main = join(import.meta.dirname, '../../server/src/main.ts');
const longestStart = 90_000;

/** The product as `npm start` runs it, in a process of its own, with the demo's class. */
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
  // PostgreSQL's user may pass through.
  await chmod(folder, 0o711);
  const postgres = await startLocalPostgres({ dataDir: join(folder, 'postgres'), log: () => {} });
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      MEDIA_PORT: '0',
      SCORE_DATA: join(folder, 'data'),
      DATABASE_URL: postgres.url,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('exit', resolve));
    }
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await isUp(child);
    const links = JSON.parse(await readFile(join(folder, 'data', 'demo-links.json'), 'utf8')) as DemoLinks;
    return { url: links.baseUrl, links, pid: child.pid ?? 0, databaseUrl: postgres.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function isUp(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The product did not start in time.')), longestStart);
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      const text = chunk.toString();
      // Its log, warnings and worse, is worth seeing; its links aren't.
      for (const line of text.split('\n')) if (line.startsWith('{')) console.error(line);
      said += text;
      if (!said.includes('SCORE Classroom is up')) return;
      clearTimeout(timer);
      resolve();
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The product ended with ${code} before it was up.`));
    });
  });
}
