import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import type { S3Settings } from '../../server/src/persistence/s3/S3Blobs.ts';

/** An S3-compatible store on this machine, with one bucket. It checks signatures as others do. */
export class S3Store {
  readonly #folder: string;
  readonly #options: ConstructorParameters<typeof S3rver>[0];
  #server: S3rver;
  #port = 0;

  private constructor(folder: string) {
    this.#folder = folder;
    this.#options = {
      address: '127.0.0.1',
      port: 0,
      directory: folder,
      silent: true,
      vhostBuckets: false,
      configureBuckets: [{ name: 'classroom' }],
    };
    this.#server = new S3rver(this.#options);
  }

  static async open(): Promise<S3Store> {
    const store = new S3Store(await mkdtemp(join(tmpdir(), 'score-s3-')));
    await store.#run();
    return store;
  }

  get settings(): S3Settings {
    return {
      endpoint: `http://127.0.0.1:${this.#port}`,
      bucket: 'classroom',
      region: 'us-east-1',
      keyId: 'S3RVER',
      secret: 'S3RVER',
    };
  }

  /** Nobody listens until it is started again, on the same port and with the same files. */
  stop(): Promise<void> {
    return this.#server.close();
  }

  start(): Promise<void> {
    this.#server = new S3rver({ ...this.#options, port: this.#port });
    return this.#run();
  }

  /** The files on its disk. */
  async onDisk(): Promise<string[]> {
    const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true }).catch(() => null);
    // A folder went while it was read: the next look finds it gone.
    if (!entries) return this.onDisk();
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  }

  async close(): Promise<void> {
    await this.#server.close().catch(() => {}); // A test may have stopped it.
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #run(): Promise<void> {
    ({ port: this.#port } = await this.#server.run());
  }
}
