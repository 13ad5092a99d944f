import { afterEach, expect, test, vi } from 'vitest';
import { ServerClock } from './ServerClock.ts';

afterEach(() => vi.useRealTimers());

/** A device whose clock is off, and a network whose answers take these times, in milliseconds. */
function clockBeside({ off, roundTrips }: { off: number; roundTrips: readonly number[] }) {
  const server = 1_900_000_000_000;
  vi.useFakeTimers({ now: server + off, toFake: ['Date', 'performance'] });
  const clock = new ServerClock();
  let i = 0;
  clock.synchronise((reply) => {
    const roundTrip = roundTrips[i++] ?? 40;
    vi.advanceTimersByTime(roundTrip / 2);
    const serverTime = Date.now() - off;
    vi.advanceTimersByTime(roundTrip / 2);
    reply(serverTime);
  });
  return { clock, serverNow: () => Date.now() - off };
}

test.each([-600_000, 0, 600_000])(
  '[TIME1] a deadline is right on a phone whose clock is %d ms off',
  (off) => {
    const { clock, serverNow } = clockBeside({ off, roundTrips: [80, 60, 300, 40, 90] });
    expect(Math.abs(clock.now() - serverNow())).toBeLessThanOrEqual(20);
  },
);

test('[TIME1] the quickest answer counts, not the last', () => {
  const { clock, serverNow } = clockBeside({ off: 5_000, roundTrips: [30, 2_000, 2_000, 2_000, 2_000] });
  expect(Math.abs(clock.now() - serverNow())).toBeLessThanOrEqual(15);
});

test('[TIME1] after a sleep it is asked anew, and an older answer no longer counts', () => {
  const { clock } = clockBeside({ off: 0, roundTrips: [10, 10, 10, 10, 10] });
  const asleep = 3_600_000;
  clock.synchronise((reply) => reply(Date.now() + asleep));
  expect(clock.now() - Date.now()).toBe(asleep);
});
