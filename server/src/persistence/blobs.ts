import type { Readable } from 'node:stream';

/** A stored file. */
export interface Blob {
  /** In bytes. */
  readonly size: number;
  /** Opens it; `start` and `end` are the first and the last byte wanted. */
  stream(range?: { readonly start: number; readonly end: number }): Readable;
}

/**
 * Files that are too large for the database: decks, slides, photos, videos. A key is a path of plain
 * names such as `decks/V1StGXR8_Z5j/001-800.webp`, made by the server and never by a person; see
 * {@link checkKey}. No key may be the beginning of another's path.
 */
export interface Blobs {
  /**
   * Stores a file whole or not at all, in the place of an earlier one; it is on disk when the promise
   * resolves. A stream that fails leaves nothing behind.
   */
  put(key: string, content: Uint8Array | Readable): Promise<void>;

  /** @returns null when there is no such file. */
  get(key: string): Promise<Blob | null>;

  has(key: string): Promise<boolean>;

  /** Deletes the file of this key, and all files whose keys begin with it and a slash. */
  delete(prefix: string): Promise<void>;

  /** Whether it can be asked just now, for whoever watches the server. */
  isThere(): Promise<boolean>;
}

const name = '[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}';
const keyPattern = new RegExp(`^${name}(/${name}){0,7}$`);

/**
 * Plain names between slashes, none beginning with a dot, so that no key leads out of its place.
 *
 * @throws a TypeError when the key is not such: a mistake of the server's own.
 */
export function checkKey(key: string): void {
  if (!keyPattern.test(key)) throw new TypeError(`${JSON.stringify(key)} is no key of a blob.`);
}
