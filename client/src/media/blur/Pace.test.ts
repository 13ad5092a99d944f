import { expect, test } from 'vitest';
import { Pace } from './Pace.ts';

/** Feeds frames that each take so long, for so many seconds. @returns what was concluded, without repetitions. */
function run(pace: Pace, busy: number, seconds: number, from = 0): string[] {
  const concluded = new Set<string>();
  for (let now = from; now < from + seconds * 1_000; now += Math.max(busy, 40))
    concluded.add(pace.took(busy, now));
  return [...concluded];
}

test('[BLUR3] frames that are quick enough stay as they are, however slowly the camera gives them', () => {
  const pace = new Pace();
  expect(run(pace, 30, 60)).toEqual(['well']);
  for (let now = 0; now < 30_000; now += 400) expect(pace.took(60, now)).toBe('well');
  expect(pace.maskEvery).toBe(1);
});

test('[BLUR3] below ten frames a second it first does less, and gives up when that is not enough', () => {
  const pace = new Pace();
  expect(run(pace, 150, 5)).toEqual(['well']);
  expect(pace.maskEvery).toBe(2);
  expect(run(pace, 80, 20, 5_000)).toEqual(['well']);
  expect(run(pace, 150, 12, 25_000)).toContain('slow');
});

test('[BLUR3] the first frames, which load and compile, count for nothing', () => {
  const pace = new Pace();
  for (const now of [2_000, 4_000, 5_000]) expect(pace.took(2_000, now)).toBe('well');
  expect(run(pace, 40, 10, 5_000)).toEqual(['well']);
  expect(pace.maskEvery).toBe(1);
});
