import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Intake } from './Intake.ts';

/** Keeps the processor for so long, in milliseconds. */
function work(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
}

test('what comes while there is time is taken in at once', () => {
  let taken = 0;
  new Intake().take(() => taken++);
  expect(taken).toBe(1);
});

test('[ROOM12] what a hundred ask for in one moment is done in its order, and others have their turn in between', async () => {
  const intake = new Intake();
  const done: number[] = [];
  const all = Array.from({ length: 100 }, (_, n) => n);
  for (const n of all)
    intake.take(() => {
      work(0.5);
      done.push(n);
    });
  expect(done.length).toBeLessThan(50);
  let turns = 0;
  for (; done.length < all.length; turns++) await setImmediate();
  expect(done).toEqual(all);
  // 50 ms of work; a turn has 4 for it, and a busy machine stretches both.
  expect(turns).toBeGreaterThan(5);
});

test('what comes later waits behind what came before, and no longer', async () => {
  const intake = new Intake();
  const done: string[] = [];
  intake.take(() => work(10));
  intake.take(() => done.push('first'));
  expect(done).toEqual([]);
  await setImmediate();
  intake.take(() => done.push('second'));
  while (done.length < 2) await setImmediate();
  expect(done).toEqual(['first', 'second']);
  // Where nothing waits, it is at once again, unless the machine is busy with others just then.
  const atOnce = () => {
    let taken = false;
    intake.take(() => {
      taken = true;
    });
    return taken;
  };
  let tries = 0;
  for (; tries < 100 && !atOnce(); tries++) await setImmediate();
  expect(tries).toBeLessThan(100);
});
