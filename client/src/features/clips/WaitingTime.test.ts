import { expect, test } from 'vitest';
import { WaitingTime } from './WaitingTime.ts';

/** Looks five times a second. @returns after how many seconds it is too long, or null within a minute. */
function tooLongAfter(isWaiting: (second: number) => boolean): number | null {
  const waited = new WaitingTime();
  waited.begin(3_000);
  for (let ms = 0; ms <= 60_000; ms += 200) if (waited.isTooLong(isWaiting(ms / 1000), ms)) return ms / 1000;
  return null;
}

test('[CLIP19] three seconds of waiting are too long, in one piece or in many', () => {
  expect(tooLongAfter(() => true)).toBe(3);
  const after = tooLongAfter((second) => second % 4 < 2);
  expect(after).toBeGreaterThan(4);
  expect(after).toBeLessThan(8);
});

test('[CLIP19] a wait now and then, such as after a jump, is forgotten', () => {
  expect(tooLongAfter((second) => second % 15 < 1)).toBeNull();
  expect(tooLongAfter(() => false)).toBeNull();
});

test('[CLIP19] a page that was asleep has not waited', () => {
  const waited = new WaitingTime();
  waited.begin(3_000);
  expect(waited.isTooLong(true, 0)).toBe(false);
  expect(waited.isTooLong(true, 600_000)).toBe(false);
});
