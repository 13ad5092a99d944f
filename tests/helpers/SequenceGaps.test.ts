import { expect, test } from 'vitest';
import { SequenceGaps } from './SequenceGaps.ts';

const lostOf = (...sequences: number[]) => {
  const gaps = new SequenceGaps();
  for (const sequence of sequences) gaps.add(sequence);
  return gaps.lost;
};

test('packets that never came are counted, over the end of the numbers too', () => {
  expect(lostOf()).toBe(0);
  expect(lostOf(7, 8, 9)).toBe(0);
  expect(lostOf(7, 10)).toBe(2);
  expect(lostOf(0xfffe, 0xffff, 0, 2)).toBe(1);
});

test('a packet that comes late is not lost', () => {
  expect(lostOf(7, 9, 8, 10)).toBe(0);
});
