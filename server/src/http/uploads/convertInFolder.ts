import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Blobs } from '../../persistence/blobs.ts';
import { inTemporaryFolder } from '../../temporaryFolder.ts';

/**
 * Gives `convert` a copy of the kept file with this key, and the folder of its own that it lies in.
 * @throws an Error when the file is gone.
 */
export function convertInFolder(
  blobs: Blobs,
  key: string,
  convert: (source: string, folder: string) => Promise<void>,
): Promise<void> {
  return inTemporaryFolder('convert', async (folder) => {
    const kept = await blobs.get(key);
    if (!kept) throw new Error(`The file ${key} is gone.`);
    const source = join(folder, 'source');
    await pipeline(kept.stream(), createWriteStream(source));
    await convert(source, folder);
  });
}
