import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { inTemporaryFolder } from '../../temporaryFolder.ts';

/** A file on its way in. */
export type Upload = {
  readonly title: string;
  readonly content: Readable;
  /** Once all of it is read: whether there was more of it than may be. */
  readonly isCutOff: () => boolean;
};

/** @param take is given the whole file's path, and keeps what it needs of it: the file goes when it has ended. */
export function receiveUpload<T>(
  { content, isCutOff }: Upload,
  take: (path: string) => Promise<T>,
): Promise<T | { problem: 'tooBig' }> {
  return inTemporaryFolder('upload', async (folder) => {
    const path = join(folder, 'upload');
    await pipeline(content, createWriteStream(path));
    return isCutOff() ? { problem: 'tooBig' } : take(path);
  });
}
