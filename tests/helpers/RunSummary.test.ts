import { expect, test } from 'vitest';
import { slowestLines } from './RunSummary.ts';

test('the slowest tests come first, the quick ones not at all', () => {
  const tests = [
    { name: 'quick', duration: 3 },
    { name: 'slow', duration: 1_250 },
    { name: 'slower', duration: 12_000 },
  ];
  expect(slowestLines(tests)).toEqual(['   12.0 s  slower', '    1.3 s  slow']);
});

test('at most ten tests are listed', () => {
  const tests = Array.from({ length: 30 }, (_, n) => ({ name: `test ${n}`, duration: 200 + n }));
  expect(slowestLines(tests)).toHaveLength(10);
});
