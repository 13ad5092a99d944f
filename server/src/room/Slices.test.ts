import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Slices } from './Slices.ts';

const workers = 5;
const steps = 60;
/** In milliseconds. */
const step = 0.25;

function work(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
}

test('[ROOM12] all who work in slices share a turn of the loop, and each gets on', async () => {
  const done = Array<number>(workers).fill(0);
  const shares: number[] = [];
  const all = done.map(async (_, n) => {
    const slices = new Slices();
    for (let i = 0; i < steps; i++) {
      work(step);
      done[n] = i + 1;
      if (slices.isOver) await slices.next();
    }
  });
  const whole = workers * steps;
  const total = () => done.reduce((sum, n) => sum + n, 0);
  let before = total();
  let behind = 0;
  while (total() < whole) {
    await setImmediate();
    shares.push(total() - before);
    before = total();
    if (total() < whole) behind = Math.max(behind, Math.max(...done) - Math.min(...done));
  }
  await Promise.all(all);
  // 4 ms of a turn are sixteen steps, and whoever is the last makes a few more.
  expect(Math.max(...shares)).toBeLessThanOrEqual(30);
  expect(behind, 'nobody waits until others are done').toBeLessThan(steps);
});
