import { createWriteStream, openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { S3mini } from 's3mini';
import { inTemporaryFolder } from '../../temporaryFolder.ts';
import { type Blob, type Blobs, checkKey } from '../blobs.ts';
import { listedKeys } from './listedKeys.ts';
import { type Patience, patientFetch, usualPatience } from './patientFetch.ts';
import { sentenceOf, serviceErrorIn } from './s3Problem.ts';

/** Where the files are, and the key to it. */
export type S3Settings = {
  /** Such as https://s3.example.org; the bucket is named in the path behind it. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
};

/** As many names as a store lists at once. */
const namesAtOnce = 1000;

/** What the check at the start writes and deletes again. */
const trial = 'start-check';

/**
 * Blobs in a bucket of an S3-compatible store, each an object under its key. A store shows an object whole or not at
 * all, so nothing is written under another name first. A bucket belongs to one server, as a data folder does.
 */
export class S3Blobs implements Blobs {
  readonly #name: string;
  readonly #store: S3mini;
  readonly #atOnce: S3mini;

  private constructor(settings: S3Settings, patience: Patience) {
    this.#name = `The bucket ${settings.bucket} at ${settings.endpoint}`;
    this.#store = storeOf(settings, patience);
    this.#atOnce = storeOf(settings, { answer: Math.min(patience.answer, 5_000), pauses: [] });
  }

  /**
   * Writes, finds and deletes something, so that a mistake is noticed before the class.
   * @throws an Error that says in a sentence what is wrong, when the store can't be used with these settings.
   */
  static async open(settings: S3Settings, patience: Patience = usualPatience): Promise<S3Blobs> {
    const blobs = new S3Blobs(settings, patience);
    await blobs.#ask(() => blobs.#atOnce.putObject(trial, 'Written and deleted when the server starts.'));
    if (!(await blobs.has(trial))) throw new Error(`${blobs.#name} doesn’t keep what is written to it.`);
    await blobs.delete(trial);
    return blobs;
  }

  /**
   * A stream is brought to this machine's disk first: a store wants to know the length before the content, an upload
   * that breaks off here never begins there, and one that breaks off on the way can be sent again.
   */
  async put(key: string, content: Uint8Array | Readable): Promise<void> {
    checkKey(key);
    if (content instanceof Uint8Array) return this.#send(key, content);
    await inTemporaryFolder('blob', async (folder) => {
      const path = join(folder, 'content');
      await pipeline(content, createWriteStream(path));
      await this.#send(key, await openAsBlob(path));
    });
  }

  async get(key: string): Promise<Blob | null> {
    checkKey(key);
    const size = await this.#ask(() => this.#store.getContentLength(key).catch(nullWhenMissing));
    if (size === null) return null;
    return { size, stream: (range) => Readable.from(this.#read(key, range), { objectMode: false }) };
  }

  async has(key: string): Promise<boolean> {
    checkKey(key);
    return (await this.#ask(() => this.#store.objectExists(key))) === true;
  }

  async delete(prefix: string): Promise<void> {
    checkKey(prefix);
    await this.#deleteOne(prefix);
    for (;;) {
      const keys = await this.#ask(() => this.#list(`${prefix}/`));
      if (keys.length === 0) return;
      // One after the other: not every store can delete several at once, and nobody waits for it.
      for (const key of keys) await this.#deleteOne(key);
    }
  }

  isThere(): Promise<boolean> {
    return this.#atOnce.bucketExists();
  }

  /**
   * The first keys that begin so. The client's own way of listing asks for the bucket with a slash behind it, and
   * what is signed so, not every store takes for the same.
   */
  async #list(beginning: string): Promise<string[]> {
    const query = { 'max-keys': `${namesAtOnce}`, prefix: beginning };
    const answer = await this.#store.getObjectRaw('', true, 0, undefined, query);
    return listedKeys(await answer.text());
  }

  async #send(key: string, content: Uint8Array | globalThis.Blob): Promise<void> {
    await this.#ask(() => this.#store.putObject(key, content));
  }

  async #deleteOne(key: string): Promise<void> {
    const deleted = await this.#ask(() => this.#store.deleteObject(key));
    if (!deleted) throw new Error(`${this.#name} did not delete ${key}.`);
  }

  async *#read(
    key: string,
    range: { readonly start: number; readonly end: number } | undefined,
  ): AsyncGenerator<Uint8Array> {
    const { body } = await this.#ask(() =>
      range
        ? this.#store.getObjectRaw(key, false, range.start, range.end + 1)
        : this.#store.getObjectRaw(key),
    );
    if (body) yield* body;
  }

  async #ask<T>(request: () => Promise<T>): Promise<T> {
    try {
      return await request();
    } catch (error) {
      throw new Error(sentenceOf(error, this.#name), { cause: error });
    }
  }
}

function storeOf({ endpoint, bucket, region, keyId, secret }: S3Settings, patience: Patience): S3mini {
  return new S3mini({
    endpoint: `${endpoint.replace(/\/+$/, '')}/${bucket}`,
    region,
    accessKeyId: keyId,
    secretAccessKey: secret,
    fetch: patientFetch(patience),
  });
}

/** Null for an answer that there is no such object; throws every other. */
function nullWhenMissing(error: unknown): null {
  if (serviceErrorIn(error)?.status === 404) return null;
  throw error;
}
