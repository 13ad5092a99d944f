import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderBlobs } from '../../server/src/persistence/FolderBlobs.ts';
import { blobsContract } from './blobsContract.ts';

let folder: string;
let blobs: FolderBlobs;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'score-blobs-')), 'blobs');
  blobs = await FolderBlobs.open(folder);
});

afterEach(async () => {
  expect(await readdir(join(folder, '.unfinished'))).toEqual([]);
  await rm(join(folder, '..'), { recursive: true });
});

blobsContract(() => blobs);

test('other users of the machine can read neither files nor names', async () => {
  await blobs.put('photos/1', Buffer.from('a face'));
  expect((await stat(join(folder, 'photos'))).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, 'photos/1'))).mode & 0o777).toBe(0o600);
});

test('what a killed server left half written is cleared, and the rest is there', async () => {
  await blobs.put('a', Buffer.from('whole'));
  await writeFile(join(folder, '.unfinished', 'half'), 'hal');
  const reopened = await FolderBlobs.open(folder);
  expect(await readdir(join(folder, '.unfinished'))).toEqual([]);
  expect(await reopened.has('a')).toBe(true);
});
