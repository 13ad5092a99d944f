import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import type { Blobs } from '../../server/src/persistence/blobs.ts';

export async function contentOf(blobs: Blobs, key: string): Promise<string | null> {
  const blob = await blobs.get(key);
  return blob ? (await buffer(blob.stream())).toString() : null;
}

/** What every store of blobs must do. @param open gives the empty store of the current test. */
export function blobsContract(open: () => Blobs): void {
  test('bytes and streams come back as they were, with their size', async () => {
    const blobs = open();
    await blobs.put('decks/a/001-800.webp', Buffer.from('bytes'));
    await blobs.put('decks/a/002-800.webp', Readable.from([Buffer.from('str'), Buffer.from('eam')]));
    await blobs.put('empty', new Uint8Array());
    expect(await contentOf(blobs, 'decks/a/001-800.webp')).toBe('bytes');
    expect(await contentOf(blobs, 'decks/a/002-800.webp')).toBe('stream');
    expect((await blobs.get('decks/a/002-800.webp'))?.size).toBe(6);
    expect((await blobs.get('empty'))?.size).toBe(0);
  });

  test('twenty megabytes pass through, and a part can be asked for', async () => {
    const blobs = open();
    const chunk = Buffer.alloc(1 << 20, 'x');
    await blobs.put('video', Readable.from(Array.from({ length: 20 }, () => chunk)));
    await blobs.put('part', Buffer.from('0123456789'));
    const blob = await blobs.get('video');
    expect(blob?.size).toBe(20 << 20);
    let bytes = 0;
    for await (const part of blob!.stream()) bytes += (part as Buffer).length;
    expect(bytes).toBe(20 << 20);
    const part = await blobs.get('part');
    expect((await buffer(part!.stream({ start: 2, end: 4 }))).toString()).toBe('234');
  });

  test('a later file takes the place of an earlier one', async () => {
    const blobs = open();
    await blobs.put('a', Buffer.from('a long first one'));
    await blobs.put('a', Buffer.from('second'));
    expect(await contentOf(blobs, 'a')).toBe('second');
  });

  test('a stream that fails leaves the earlier file, or none', async () => {
    const blobs = open();
    const failing = () =>
      Readable.from(
        (async function* () {
          yield Buffer.from('half');
          throw new Error('the upload broke');
        })(),
      );
    await blobs.put('kept', Buffer.from('whole'));
    await expect(blobs.put('kept', failing())).rejects.toThrow('the upload broke');
    await expect(blobs.put('none', failing())).rejects.toThrow('the upload broke');
    expect(await contentOf(blobs, 'kept')).toBe('whole');
    expect(await blobs.has('none')).toBe(false);
  });

  test('deleting takes the key and all below it, and nothing that only looks alike', async () => {
    const blobs = open();
    for (const key of ['decks/a/1', 'decks/a/b/2', 'decks/ab/3', 'photo']) {
      await blobs.put(key, Buffer.from(key));
    }
    await blobs.delete('decks/a');
    await blobs.delete('photo');
    await blobs.delete('never-there/at-all');
    expect(await Promise.all(['decks/a/1', 'decks/a/b/2', 'photo'].map((key) => blobs.has(key)))).toEqual([
      false,
      false,
      false,
    ]);
    expect(await contentOf(blobs, 'decks/ab/3')).toBe('decks/ab/3');
    expect(await blobs.get('decks')).toBeNull();
  });

  test('writing and deleting at the same time end in a whole file or none', async () => {
    const blobs = open();
    for (let round = 0; round < 20; round++) {
      await Promise.all([
        blobs.put(`r/${round}/a`, Buffer.from('whole')),
        blobs.delete('r'),
        blobs.put(`r/${round}/b`, Buffer.from('whole')),
      ]);
      for (const key of [`r/${round}/a`, `r/${round}/b`]) {
        expect([null, 'whole']).toContain(await contentOf(blobs, key));
      }
    }
  });

  describe('a key that is no path of plain names is refused', () => {
    const wrong = ['', '/', '/etc/passwd', '..', 'a/../b', 'a/..', '../a', 'a//b', 'a/', './a', '.hidden'];
    const worse = [
      'a/.unfinished',
      'a\\b',
      'a\0',
      'a b',
      'a\n',
      '会议',
      'x'.repeat(101),
      `${'a/'.repeat(8)}a`,
    ];
    test.each([...wrong, ...worse])('%j', async (key) => {
      const blobs = open();
      await expect(blobs.put(key, Buffer.from('x'))).rejects.toThrow(TypeError);
      await expect(blobs.get(key)).rejects.toThrow(TypeError);
      await expect(blobs.has(key)).rejects.toThrow(TypeError);
      await expect(blobs.delete(key)).rejects.toThrow(TypeError);
    });
  });
}
