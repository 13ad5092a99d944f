import { setImmediate } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { MediaNotice } from '#shared/media.ts';
import type { Wanted } from './plan.ts';
import { Reconciler } from './Reconciler.ts';
import type { RoomRouters } from './RoomRouters.ts';
import type { SeatMedia } from './SeatMedia.ts';

const people = 1_000;
/** What asking mediasoup for one Consumer costs this process, in milliseconds. */
const cost = 0.1;

const work = () => {
  for (const end = performance.now() + cost; performance.now() < end; );
};

const wanted = (seatId: string): Wanted => ({
  from: seatId,
  seatId,
  source: 'microphone',
  priority: 255,
  spatialLayer: 0,
  standby: false,
});

/** A Seat that sends a microphone, and receives what it's told to. */
function aSeat(seatId: string) {
  const received = new Map<string, unknown>();
  return {
    seatId,
    closed: false,
    router: {},
    canReceive: true,
    producers: new Map([['microphone', { id: seatId, paused: false, closed: false }]]),
    pausedByClient: new Set(),
    received,
    keepOnly: () => [],
    notify() {},
    adjust: async () => {},
    consume: async (_producer: unknown, wanted: Wanted) => {
      work();
      received.set(`${wanted.seatId} ${wanted.source}`, { consumer: { producerId: wanted.seatId } });
      return null;
    },
  };
}

test('[ROOM12] a thousand Seats begin to receive in slices that leave others their turn', async () => {
  const ids = Array.from({ length: people }, (_, n) => `seat-${n}`);
  const seats = new Map(ids.map((id) => [id, aSeat(id)]));
  const receive = new Map(ids.map((id, n) => [id, [wanted(ids[(n + 1) % people] ?? id)]]));
  const reconciler = new Reconciler({
    seats: seats as unknown as ReadonlyMap<string, SeatMedia>,
    routers: { bring: async () => {}, sweep: async () => {} } as unknown as RoomRouters,
    log: pino({ level: 'silent' }),
    plan: () => ({ send: new Map(ids.map((id) => [id, ['microphone' as const]])), receive }),
  });
  reconciler.wake();
  let turns = 0;
  let settled = false;
  const done = reconciler.settled().then(() => {
    settled = true;
  });
  for (; !settled; turns++) await setImmediate();
  await done;
  expect([...seats.values()].every((seat) => seat.received.size === 1)).toBe(true);
  // 100 ms of work; a turn has 4 for it, and a busy machine stretches both.
  expect(turns).toBeGreaterThan(8);
});

test('[MEDIA8] a Seat that begins anew is not offered what was made for it before', async () => {
  const offered: MediaNotice[] = [];
  const slow = Promise.withResolvers<void>();
  const seat = {
    ...aSeat('here'),
    notify: (notice: MediaNotice) => offered.push(notice),
    consume: async (_producer: unknown, { seatId }: Wanted) => {
      if (seatId === 'slow') await slow.promise;
      seat.received.set(`${seatId} microphone`, {});
      return { consumerId: seatId };
    },
    receives: (consumerId: string) => seat.received.has(`${consumerId} microphone`),
  };
  const seats = new Map([seat, aSeat('quick'), aSeat('slow')].map((each) => [each.seatId, each]));
  const reconciler = new Reconciler({
    seats: seats as unknown as ReadonlyMap<string, SeatMedia>,
    routers: { bring: async () => {}, sweep: async () => {} } as unknown as RoomRouters,
    log: pino({ level: 'silent' }),
    plan: () => ({ send: new Map(), receive: new Map([['here', [wanted('quick'), wanted('slow')]]]) }),
  });
  reconciler.wake();
  while (!seat.received.has('quick microphone')) await setImmediate();
  seat.received.clear();
  slow.resolve();
  await reconciler.settled();
  expect(offered).toEqual([{ type: 'consumersAdded', consumers: [{ consumerId: 'slow' }] }]);
});

test('[ROOM12] while everything changes, media rests between two passes for as long as a pass takes', async () => {
  const planning = 8;
  const passes = 10;
  const began: number[] = [];
  const reconciler = new Reconciler({
    seats: new Map(),
    routers: { sweep: async () => {} } as unknown as RoomRouters,
    log: pino({ level: 'silent' }),
    plan: () => {
      began.push(performance.now());
      for (const end = performance.now() + planning; performance.now() < end; );
      return { send: new Map(), receive: new Map() };
    },
  });
  while (began.length < passes) {
    reconciler.wake();
    await setImmediate();
  }
  const took = (began.at(-1) ?? 0) - (began[0] ?? 0);
  // A timer may fire a millisecond early.
  expect(took).toBeGreaterThan((passes - 1) * (2 * planning - 1));
  await reconciler.settled();
  expect(began.length, 'what changed last is seen').toBeLessThanOrEqual(passes + 1);
});
