import { expect, test } from 'vitest';
import { jsonBytes } from '#shared/basics.ts';
import { shortened } from './shortened.ts';

const bytesOf = (texts: readonly { zh: string; en: string }[]): number =>
  texts.reduce((sum, { zh, en }) => sum + jsonBytes(zh) + jsonBytes(en) - 4, 0);

test('texts that fit stay as they are', () => {
  const texts = [{ zh: '欢迎', en: 'Welcome' }];
  expect(shortened(texts, 13)).toEqual(texts);
  expect(shortened([], 10)).toEqual([]);
});

test('only the longest are cut, at a whole character, and say so', () => {
  const short = { zh: '欢迎', en: 'Welcome' };
  const long = { zh: '长'.repeat(100), en: '👩'.repeat(100) };
  const cut = shortened([short, long], 13 + 60);
  expect(cut[0]).toEqual(short);
  expect(cut[1]).toEqual({ zh: `${'长'.repeat(9)}…`, en: `${'👩'.repeat(6)}…` });
});

test('however many they are, and whatever is in them, they keep within the bytes', () => {
  for (const text of ['"\\'.repeat(50), '\u0001'.repeat(100), '\ud800'.repeat(100), '文'.repeat(100)])
    for (const bytes of [0, 100, 4096])
      expect(bytesOf(shortened(Array(60).fill({ zh: text, en: text }), bytes))).toBeLessThanOrEqual(bytes);
});
