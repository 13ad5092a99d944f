import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Blob, type Blobs, checkKey } from './blobs.ts';

/**
 * Blobs in a folder of their own, one file each under its key. What is being written or deleted is in
 * `.unfinished`, which no key can name and which the next start empties.
 */
export class FolderBlobs implements Blobs {
  readonly #folder: string;
  readonly #unfinished: string;

  /** Makes the folder when it is missing. Only one server may use it at a time. */
  static async open(folder: string): Promise<FolderBlobs> {
    const unfinished = join(folder, '.unfinished');
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true, mode: 0o700 });
    return new FolderBlobs(folder, unfinished);
  }

  private constructor(folder: string, unfinished: string) {
    this.#folder = folder;
    this.#unfinished = unfinished;
  }

  async put(key: string, content: Uint8Array | Readable): Promise<void> {
    const target = this.#path(key);
    const draft = this.#draft();
    try {
      const source = content instanceof Readable ? content : Readable.from([content]);
      // `flush` brings it to the disk before the file is closed.
      await pipeline(source, createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }));
      await this.#place(draft, target);
    } finally {
      await rm(draft, { force: true });
    }
  }

  async get(key: string): Promise<Blob | null> {
    const path = this.#path(key);
    const found = await stat(path).catch(nullWhenMissing);
    if (!found?.isFile()) return null;
    return { size: found.size, stream: (range) => createReadStream(path, range) };
  }

  async has(key: string): Promise<boolean> {
    return (await this.get(key)) !== null;
  }

  /** Moves it out of the way first, so that it is gone at once and whole. */
  async delete(prefix: string): Promise<void> {
    const path = this.#path(prefix);
    const doomed = this.#draft();
    const found = await stat(path).catch(nullWhenMissing);
    if (!found) return;
    await rename(path, doomed).catch(nullWhenMissing);
    await syncFolder(dirname(path));
    await rm(doomed, { recursive: true, force: true });
  }

  async isThere(): Promise<boolean> {
    return (await stat(this.#unfinished)).isDirectory();
  }

  /** Gives the finished file its name, on disk too. */
  async #place(draft: string, target: string): Promise<void> {
    const parent = dirname(target);
    for (let tries = 1; ; tries++) {
      const made = await mkdir(parent, { recursive: true, mode: 0o700 });
      try {
        await rename(draft, target);
        for (const folder of made ? foldersDown(dirname(made), parent) : [parent]) await syncFolder(folder);
        return;
      } catch (error) {
        if (tries === 5) throw error;
        nullWhenMissing(error); // Somebody deleted the folder before the file was in it: make it again.
      }
    }
  }

  #path(key: string): string {
    checkKey(key);
    return join(this.#folder, ...key.split('/'));
  }

  #draft(): string {
    return join(this.#unfinished, randomUUID());
  }
}

/** Null for an error that says that there is no such file; throws every other. */
function nullWhenMissing(error: unknown): null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return null;
  throw error;
}

/** The folders from `first` down to `last`, both included. */
function foldersDown(first: string, last: string): string[] {
  const folders = [last];
  for (let folder = last; folder !== first; ) {
    folder = dirname(folder);
    folders.unshift(folder);
  }
  return folders;
}

/** Writes the folder's list of names to disk; without it a new file may be nameless after a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(nullWhenMissing);
  try {
    await handle?.sync();
  } finally {
    await handle?.close();
  }
}
