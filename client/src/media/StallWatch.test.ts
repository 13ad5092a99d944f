import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StallWatch } from './StallWatch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What a device sees: `newest` is the newest packet's time, `sends` whether its microphone is open. */
const device = () => {
  const seen = { newest: null as number | null, sends: false, doubts: 0 };
  const watch = new StallWatch({
    newest: () => seen.newest,
    sends: () => seen.sends,
    doubt: () => void seen.doubts++,
  });
  watch.begin();
  /** A voice that comes for so many seconds. */
  const hear = (seconds: number) => {
    for (let i = 0; i < seconds * 10; i++) {
      seen.newest = (seen.newest ?? 0) + 100;
      vi.advanceTimersByTime(100);
    }
  };
  return { seen, watch, hear };
};

test('[CONN6] a voice that stops raises one doubt, within a second and a half', () => {
  const { seen, hear } = device();
  hear(10);
  expect(seen.doubts).toBe(0);
  vi.advanceTimersByTime(1_500);
  expect(seen.doubts).toBe(1);
  vi.advanceTimersByTime(60_000);
  expect(seen.doubts).toBe(1);
  hear(1);
  vi.advanceTimersByTime(1_500);
  expect(seen.doubts).toBe(2);
});

test('[CONN6] where nobody speaks, or the speaker was muted, there is nothing to doubt', () => {
  const { seen, hear } = device();
  vi.advanceTimersByTime(10_000);
  hear(5);
  seen.newest = null;
  vi.advanceTimersByTime(10_000);
  expect(seen.doubts).toBe(0);
});

test('[CONN6] a device that sends asks every two seconds, and no more once it has ended', () => {
  const { seen, watch } = device();
  seen.sends = true;
  vi.advanceTimersByTime(10_000);
  expect(seen.doubts).toBe(5);
  watch.end();
  vi.advanceTimersByTime(10_000);
  expect(seen.doubts).toBe(5);
});
