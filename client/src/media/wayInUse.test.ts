import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { leadsNowhere, type WayCounts } from './wayInUse.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** How a way in doubt is judged, and after how many milliseconds. `at` tells what is counted by then. */
async function judged(at: (ms: number) => WayCounts | null) {
  const began = performance.now();
  const judgement = leadsNowhere(async () => at(performance.now() - began)).then((dead) => ({
    dead,
    after: performance.now() - began,
  }));
  await vi.advanceTimersByTimeAsync(20_000);
  return judgement;
}
const asksEvery = (every: number, ms: number) => Math.floor(ms / every);

test('[CONN7] a way on which a question stays unanswered for a second is dead, within three and a half', async () => {
  const seen = await judged((ms) => ({ id: 'udp', asked: asksEvery(2_400, ms), came: 100 }));
  expect(seen.dead).toBe(true);
  expect(seen.after).toBeLessThanOrEqual(3_500);
});

test('[CONN7] one that answers is alive, though nobody is heard', async () => {
  const seen = await judged((ms) => ({
    id: 'udp',
    asked: asksEvery(2_400, ms),
    came: asksEvery(2_400, ms - 700),
  }));
  expect(seen.dead).toBe(false);
});

test('[CONN7] a way that brings anything at all is alive, asked or not', async () => {
  const seen = await judged((ms) => ({ id: 'udp', asked: asksEvery(100, ms), came: ms > 900 ? 40 : 0 }));
  expect(seen).toEqual({ dead: false, after: 1_000 });
});

test('[CONN7] where the browser has taken another way, asked nothing, or counts nothing, nothing is said', async () => {
  const another = (ms: number) => ({ id: ms > 600 ? 'tcp' : 'udp', asked: asksEvery(100, ms), came: 5 });
  for (const at of [another, () => ({ id: 'udp', asked: 3, came: 5 }), () => null])
    expect((await judged(at)).dead).toBe(false);
});
