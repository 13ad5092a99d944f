import { createServer, type Server } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { S3Blobs, type S3Settings } from '../../server/src/persistence/s3/S3Blobs.ts';
import { S3Store } from '../helpers/S3Store.ts';
import { blobsContract, contentOf } from './blobsContract.ts';

let store: S3Store;
let blobs: S3Blobs;

/** As it is, but sooner at its end where nobody is there. */
const hasty = { answer: 20_000, pauses: [20, 50, 500] };

beforeEach(async () => {
  store = await S3Store.open();
  blobs = await S3Blobs.open(store.settings, hasty);
});
afterEach(() => store.close());

blobsContract(() => blobs);

test('the check at the start leaves nothing in the bucket', async () => {
  expect(await store.onDisk()).toEqual([]);
});

test('an upload that breaks off leaves nothing', async () => {
  const broken = Readable.from(
    (async function* () {
      for (let i = 0; i < 20; i++) yield Buffer.alloc(1 << 20, 'x');
      throw new Error('the upload broke');
    })(),
  );
  await expect(blobs.put('video', broken)).rejects.toThrow('the upload broke');
  expect(await store.onDisk()).toEqual([]);
});

test('any part of a large file can be asked for', async () => {
  const pieces = Array.from({ length: 20 }, (_, i) => Buffer.alloc(1 << 20, i));
  await blobs.put('video', Readable.from(pieces));
  const whole = Buffer.concat(pieces);
  const video = await blobs.get('video');
  for (const [start, end] of [
    [0, 2],
    [(8 << 20) - 3, (8 << 20) + 3],
    [(16 << 20) - 1, (20 << 20) - 1],
  ] as const) {
    const part = await buffer(video!.stream({ start, end }));
    expect(part.equals(whole.subarray(start, end + 1))).toBe(true);
  }
});

test('more than a thousand files are deleted', async () => {
  const keys = Array.from({ length: 1_050 }, (_, i) => `decks/a/${i}`);
  for (let i = 0; i < keys.length; i += 50)
    await Promise.all(keys.slice(i, i + 50).map((key) => blobs.put(key, Buffer.from('x'))));
  await blobs.put('decks/b', Buffer.from('stays'));
  await blobs.delete('decks/a');
  expect(await Promise.all([keys[0]!, keys[1_049]!].map((key) => blobs.has(key)))).toEqual([false, false]);
  expect(await contentOf(blobs, 'decks/b')).toBe('stays');
});

describe('what is wrong is said in a sentence', () => {
  const problemOf = (change: Partial<S3Settings>): Promise<string> =>
    S3Blobs.open({ ...store.settings, ...change }, hasty).then(
      () => 'none',
      (error: Error) => error.message,
    );

  test.for<[Partial<S3Settings>, string]>([
    [{ bucket: 'elsewhere' }, 'is not there: make it, or correct BLOBS_S3_BUCKET (404 NoSuchBucket).'],
    [{ keyId: 'STRANGER' }, 'does not know this key: look at BLOBS_S3_KEY_ID (403 InvalidAccessKeyId).'],
    [{ secret: 'WRONG' }, 'refuses the signature: look at BLOBS_S3_SECRET'],
  ])('%j', async ([change, sentence]) => {
    const { endpoint, bucket } = { ...store.settings, ...change };
    const problem = await problemOf(change);
    expect(problem).toContain(`The bucket ${bucket} at ${endpoint} ${sentence}`);
    expect(problem).not.toContain('WRONG');
  });

  test('nobody is there', async () => {
    await store.stop();
    expect(await problemOf({})).toBe(
      `The bucket classroom at ${store.settings.endpoint} does not answer (ECONNREFUSED): look at BLOBS_S3_ENDPOINT, and whether it runs.`,
    );
    expect(await blobs.isThere().catch(() => false)).toBe(false);
    await expect(blobs.get('a')).rejects.toThrow('does not answer (ECONNREFUSED)');
  });

  test('somebody is there who never answers', async () => {
    const silent = await listening();
    try {
      const { port } = silent.address() as { port: number };
      const settings = { ...store.settings, endpoint: `http://127.0.0.1:${port}` };
      const opening = S3Blobs.open(settings, { answer: 100, pauses: [] });
      await expect(opening).rejects.toThrow('does not answer (no answer in 100 ms)');
    } finally {
      silent.close();
    }
  });
});

test('a store that is away for a moment is asked again', async () => {
  const patient = await S3Blobs.open(store.settings, { ...hasty, pauses: [20, 50, 500, 2_000, 10_000] });
  await patient.put('a', Buffer.from('whole'));
  await store.stop();
  const [got, put] = [contentOf(patient, 'a'), patient.put('b', Buffer.from('new'))];
  await store.start();
  expect(await got).toBe('whole');
  await put;
  expect(await contentOf(blobs, 'b')).toBe('new');
  expect(await blobs.isThere()).toBe(true);
});

/** Takes connections, and says nothing. */
async function listening(): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
