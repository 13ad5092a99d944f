import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Blobs } from './blobs.ts';
import { FolderBlobs } from './FolderBlobs.ts';
import { S3Blobs } from './s3/S3Blobs.ts';

/** Opens the store of files that the configuration names. @throws an Error in a sentence when it can't be used. */
export function openBlobs({ dataDir, s3 }: Pick<Config, 'dataDir' | 's3'>): Promise<Blobs> {
  return s3 ? S3Blobs.open(s3) : FolderBlobs.open(join(dataDir, 'blobs'));
}
