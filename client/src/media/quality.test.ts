import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  kbitBetween,
  type Level,
  levelOf,
  lossBetween,
  nextQuality,
  type Sample,
  startQuality,
} from './quality.ts';

const good: Sample = { roundTrip: 60, loss: 0 };
const weak: Sample = { roundTrip: 700, loss: null };
const bad: Sample = { roundTrip: null, loss: null };

/** The levels shown after each of some samples. */
function shown(...samples: Sample[]): Level[] {
  let quality = startQuality;
  return samples.map((sample) => {
    quality = nextQuality(quality, sample);
    return quality.level;
  });
}

test.each([
  [good, 'good'],
  [{ roundTrip: 399, loss: 0.049 }, 'good'],
  [{ roundTrip: 400, loss: null }, 'weak'],
  [{ roundTrip: 50, loss: 0.05 }, 'weak'],
  [{ roundTrip: 50, loss: 0.15 }, 'bad'],
  [{ roundTrip: 1_500, loss: 0 }, 'bad'],
  [bad, 'bad'],
] as const)('one sample %o is %s', (sample, level) => expect(levelOf(sample)).toBe(level));

test('[CONN3] the signal is worse after two samples that agree, and better after three', () => {
  expect(shown(weak, weak)).toEqual(['good', 'weak']);
  expect(shown(bad, bad, good, good, good)).toEqual(['good', 'bad', 'bad', 'bad', 'good']);
});

test('[CONN3] samples that disagree are taken by the mildest of them', () => {
  expect(shown(weak, bad)).toEqual(['good', 'weak']);
  expect(shown(bad, bad, good, weak, good)).toEqual(['good', 'bad', 'bad', 'bad', 'weak']);
});

test('[CONN3] the signal does not flicker, whatever alternates', () => {
  const samples = [good, weak, bad];
  fc.assert(
    fc.property(fc.constantFrom(...samples), fc.constantFrom(...samples), (one, other) => {
      const levels = shown(...Array.from({ length: 40 }, (_, i) => (i % 2 ? one : other))).slice(4);
      expect(new Set(levels).size).toBe(1);
    }),
  );
});

test('loss is counted between two countings, of what was there in both', () => {
  const before = new Map([
    ['a', { received: 100, lost: 5, bytes: 0 }],
    ['gone', { received: 900, lost: 90, bytes: 0 }],
  ]);
  const after = new Map([
    ['a', { received: 190, lost: 15, bytes: 0 }],
    ['new', { received: 10, lost: 10, bytes: 0 }],
  ]);
  expect(lossBetween(before, after)).toBe(0.1);
  expect(lossBetween(new Map(), after)).toBeNull();
  expect(lossBetween(after, after)).toBeNull();
});

test('a late packet takes nothing back', () => {
  const before = new Map([['a', { received: 100, lost: 5, bytes: 0 }]]);
  expect(lossBetween(before, new Map([['a', { received: 200, lost: 3, bytes: 0 }]]))).toBe(0);
});

test('what arrives is counted in kbit/s, of new Consumers from their beginning', () => {
  const packets = (bytes: number) => ({ received: 1, lost: 0, bytes });
  const before = new Map([
    ['a', packets(1_000)],
    ['gone', packets(9_000)],
  ]);
  const after = new Map([
    ['a', packets(5_000)],
    ['new', packets(1_000)],
  ]);
  expect(kbitBetween(before, after, 4_000)).toBe(10);
  expect(kbitBetween(before, new Map(), 4_000)).toBeNull();
});
