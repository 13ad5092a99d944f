import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoLinks } from '../../server/src/demo/seedDemo.ts';

const main = join(import.meta.dirname, '../../server/src/main.ts');
const longestStart = 60_000;

/** The product as `npm start` runs it: a process and a data folder of its own, with the demo's class. */
export class ProductProcess {
  readonly folder: string;
  readonly #port: number;
  readonly #environment: Record<string, string>;
  readonly #within: readonly string[];
  #child: ChildProcess | null = null;
  #said = '';

  private constructor(
    folder: string,
    port: number,
    environment: Record<string, string>,
    within: readonly string[],
  ) {
    this.folder = folder;
    this.#port = port;
    this.#environment = environment;
    this.#within = within;
  }

  /**
   * Starts it for the first time.
   *
   * @param environment adds to, or replaces, the test's own settings.
   * @param within a command that becomes what it is given, such as one that enters a network namespace.
   */
  static async begin(
    environment: Record<string, string> = {},
    within: readonly string[] = [],
  ): Promise<ProductProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'score-product-'));
    // PostgreSQL's user may pass through.
    await chmod(folder, 0o711);
    const product = new ProductProcess(folder, await freePort(), environment, within);
    try {
      await product.start();
      return product;
    } catch (error) {
      await product.end();
      throw error;
    }
  }

  get url(): string {
    return `http://localhost:${this.#port}`;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** What its starts have printed so far. */
  get said(): string {
    return this.#said;
  }

  async links(): Promise<DemoLinks> {
    return JSON.parse(await readFile(join(this.folder, 'data', 'demo-links.json'), 'utf8')) as DemoLinks;
  }

  /** Starts it again on the same port and data, and waits until it is up. */
  async start(): Promise<void> {
    const [command = process.execPath, ...args] = [...this.#within, process.execPath, main];
    const child = spawn(command, args, {
      env: {
        ...process.env,
        PORT: String(this.#port),
        HOST: '127.0.0.1',
        MEDIA_PORT: '0',
        SCORE_DATA: join(this.folder, 'data'),
        LOG_LEVEL: 'warn',
        ...this.#environment,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('The product did not start in time.')), longestStart);
      child.stdout.on('data', (chunk: Buffer) => {
        const text = chunk.toString();
        this.#said += text;
        // Its log, warnings and worse, is worth seeing; its links aren't.
        for (const line of text.split('\n')) if (line.startsWith('{')) console.error(line);
        if (!text.includes('SCORE Classroom is up')) return;
        clearTimeout(timer);
        resolve();
      });
      child.once('exit', (code) => {
        clearTimeout(timer);
        reject(new Error(`The product ended with ${code} before it was up.`));
      });
    });
  }

  /** Ends the process with a signal and waits until it is gone. @returns its exit code, if it had one. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' | 'SIGINT'): Promise<number | null> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return null;
    child.kill(signal);
    await once(child, 'exit');
    return child.exitCode;
  }

  /** Stops it cleanly and removes its data. */
  async end(): Promise<void> {
    await this.kill('SIGTERM');
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Below those that the system gives out by itself: between two starts nobody is given the product's port. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const server = createServer();
    try {
      await once(server.listen(port, '127.0.0.1'), 'listening');
    } catch {
      continue; // Somebody has it.
    }
    server.close();
    await once(server, 'close');
    return port;
  }
}
