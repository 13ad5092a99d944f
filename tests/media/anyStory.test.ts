import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role, Space } from '#shared/basics.ts';
import type { MediaNotice, MediaRequest, Source } from '#shared/media.ts';
import type { MediaServer } from '../../server/src/media/MediaServer.ts';
import { wantedKey } from '../../server/src/media/plan.ts';
import type { RoomMedia } from '../../server/src/media/RoomMedia.ts';
import { opusParameters, receiverCapabilities, vp8Parameters } from '../helpers/rtpPackets.ts';
import { MediaClass, startMedia } from './MediaClass.ts';

const roles: Record<string, Role> = {
  t1: 'trainer',
  t2: 'trainer',
  m1: 'member',
  m2: 'member',
  m3: 'member',
  o: 'observer',
};
const people = Object.keys(roles);

type Step =
  | { do: 'open'; who: string }
  | { do: 'close' | 'start' | 'receive' | 'openSending' | 'resume' | 'kill'; nth: number }
  /** `perform` is `produce` by somebody who has switched it on. */
  | { do: 'produce' | 'perform' | 'end' | 'pause'; nth: number; source: Source }
  | { do: 'switch'; who: string; source: Source; on: boolean }
  | { do: 'place'; who: string; space: Space }
  | { do: 'silence'; who: string[] }
  | { do: 'callUp'; who: string }
  /** Until everything that was asked is done; without it, steps overlap. */
  | { do: 'wait' };

const who = fc.constantFrom(...people);
const nth = fc.nat({ max: 30 });
const source = fc.constantFrom<Source>('microphone', 'camera', 'screen');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('open' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('start' as const, 'openSending' as const), nth }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('receive' as const, 'resume' as const), nth }) },
  { weight: 12, arbitrary: fc.record({ do: fc.constant('perform' as const), nth, source }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('produce' as const), nth, source }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('end' as const, 'pause' as const), nth, source }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('switch' as const), who, source, on: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('place' as const),
      who,
      space: fc.constantFrom<Space>('plenary', 'group:a', 'group:b', 'backstage', 'lobby'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('silence' as const), who: fc.array(who, { maxLength: 2 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('callUp' as const), who }) },
  { weight: 3, arbitrary: fc.constant({ do: 'wait' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const), nth: fc.nat({ max: 3 }) }) },
);

let server: MediaServer;
beforeAll(async () => {
  server = await startMedia(2);
});
afterAll(() => server.close());

test('[MEDIA7] after any story, Transports, Producers and Consumers are what the plan says, and nothing is left over', async () => {
  let stories = 0;
  const seen = { producers: 0, consumers: 0, piped: 0, kills: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 60, maxLength: 120, size: 'max' }), async (steps) => {
      const story = new Story(server, `story-${++stories}`);
      try {
        for (const each of steps) {
          await story.take(each);
          if (each.do === 'wait') add(seen, await isAsPlanned(story.room.media));
          if (each.do === 'kill') seen.kills++;
        }
        await story.rest();
        add(seen, await isAsPlanned(story.room.media));
        await story.leave();
        expect(await story.room.media.routers.all()).toEqual([]);
      } finally {
        story.room.close();
      }
    }),
    // What goes wrong depends on which step overtakes which, so a shorter story would tell nothing.
    { numRuns: Number(process.env.STORIES ?? 60), endOnFailure: true, timeout: 10_000 },
  );
  // A story in which nothing happens would prove nothing.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(stories / 2);
}, 60_000);

/** Seats without a browser: what matters here is what the server holds, so nobody completes DTLS. */
class Story {
  readonly room: MediaClass;
  readonly #seats: string[] = [];
  readonly #pending = new Set<Promise<unknown>>();
  #ssrc = 1;
  #opened = 0;

  constructor(server: MediaServer, roomId: string) {
    this.room = new MediaClass(server, roomId);
    this.room.begin();
  }

  async take(each: Step): Promise<void> {
    switch (each.do) {
      case 'open':
        return this.#open(each.who);
      case 'close': {
        const seatId = this.#seat(each.nth);
        if (!seatId) return;
        this.#seats.splice(this.#seats.indexOf(seatId), 1);
        return this.#close(seatId);
      }
      case 'start':
      case 'openSending':
        return this.#ask(each.nth, { type: each.do });
      case 'receive':
        return this.#ask(each.nth, { type: 'receive', rtpCapabilities: receiverCapabilities });
      case 'resume':
        return this.#ask(each.nth, { type: 'resumeConsumers', consumerIds: this.#consumers(each.nth) });
      case 'perform':
      case 'produce': {
        const performer = this.room.media.seats.get(this.#seat(each.nth) ?? '')?.participantId;
        if (each.do === 'perform' && performer) this.#switch(performer, each.source, true);
        const ssrc = this.#ssrc++;
        const rtpParameters =
          each.source === 'microphone'
            ? { ...opusParameters(ssrc), mid: `x${ssrc}` }
            : vp8Parameters([ssrc], `x${ssrc}`);
        return this.#ask(each.nth, { type: 'produce', source: each.source, rtpParameters });
      }
      case 'end':
        return this.#ask(each.nth, { type: 'closeProducer', source: each.source });
      case 'pause':
        return this.#ask(each.nth, { type: 'pauseProducer', source: each.source });
      case 'switch':
        this.#switch(each.who, each.source, each.on);
        return;
      case 'place':
        return this.room.place({ [each.who]: each.space });
      case 'silence':
        return this.room.silence(each.who);
      case 'callUp':
        return this.room.system({ feature: 'stage', type: 'calledUp', participantId: each.who });
      case 'kill':
        return this.#kill(each.nth);
      case 'wait':
        return this.rest();
    }
  }

  /** Until all that was asked is done, and mediasoup follows. */
  async rest(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
    await this.room.media.settled();
  }

  async leave(): Promise<void> {
    for (const seatId of this.#seats.splice(0)) this.#close(seatId);
    await this.rest();
  }

  /** Most come with all that they need, as a client does at once. */
  #open(participantId: string): void {
    const seatId = `${participantId}.${++this.#opened}`;
    const role = roles[participantId] ?? 'member';
    const enterpriseId = role === 'member' ? `e${participantId === 'm1' ? 1 : 2}` : null;
    this.room.system({ feature: 'people', type: 'seatOpened', seatId, participantId, role, enterpriseId });
    const notify = (notice: MediaNotice) => {
      if (notice.type === 'transportsLost') this.#begin(seatId);
    };
    this.room.media.seatOpened({ seatId, participantId, notify });
    this.#seats.push(seatId);
    this.#begin(seatId);
  }

  #begin(seatId: string): void {
    this.#request(seatId, { type: 'start' });
    this.#request(seatId, { type: 'receive', rtpCapabilities: receiverCapabilities });
    this.#request(seatId, { type: 'openSending' });
  }

  #close(seatId: string): void {
    const participantId = seatId.split('.')[0] ?? '';
    this.room.media.seatClosed(seatId);
    this.room.system({ feature: 'people', type: 'seatClosed', seatId, participantId });
  }

  #seat(n: number): string | undefined {
    return this.#seats[n % Math.max(1, this.#seats.length)];
  }

  #consumers(n: number): string[] {
    const seat = this.room.media.seats.get(this.#seat(n) ?? '');
    return [...(seat?.received.values() ?? [])].map(({ consumer }) => consumer.id);
  }

  #ask(n: number, request: MediaRequest): void {
    const seatId = this.#seat(n);
    if (seatId) this.#request(seatId, request);
  }

  #request(seatId: string, request: MediaRequest): void {
    const asked = this.room.media.request(seatId, request).finally(() => this.#pending.delete(asked));
    this.#pending.add(asked);
  }

  #switch(participantId: string, what: Source, on: boolean): void {
    const type = { microphone: 'setMicrophone', camera: 'setCamera', screen: 'shareScreen' } as const;
    this.room.do(participantId, { feature: 'stage', type: type[what], on });
  }

  async #kill(n: number): Promise<void> {
    const victim = (await this.room.media.routers.all())[n]?.worker;
    if (!victim?.alive) return;
    const died = new Promise<void>((resolve) => victim.worker.once('died', () => resolve()));
    process.kill(victim.worker.pid, 'SIGKILL');
    await died;
  }
}

/** Compares what this Room holds, and what its workers say that they hold, with the plan. */
async function isAsPlanned(
  media: RoomMedia,
): Promise<{ producers: number; consumers: number; piped: number }> {
  const { send, receive } = media.plan();
  const held = { transports: 0, producers: 0, consumers: 0 };
  for (const seat of media.seats.values()) {
    const allowed = send.get(seat.seatId) ?? [];
    for (const [what, producer] of seat.producers) {
      expect(producer.closed).toBe(false);
      if (what !== 'microphone') expect(allowed).toContain(what);
      expect(producer.paused).toBe(!allowed.includes(what) || seat.pausedByClient.has(what));
    }
    const wanted = (seat.canReceive ? (receive.get(seat.seatId) ?? []) : []).filter((item) =>
      media.seats.get(item.seatId)?.producers.has(item.source),
    );
    expect([...seat.received.keys()].sort()).toEqual(wanted.map(wantedKey).sort());
    for (const { consumer } of seat.received.values()) expect(consumer.closed).toBe(false);
    held.transports += seat.transports.length;
    held.producers += seat.producers.size;
    held.consumers += seat.received.size;
  }

  const routers = await media.routers.all();
  const pipes = await Promise.all(routers.flatMap((r) => [...r.pipes.values()]));
  const brought = pipes.reduce((n, pipe) => n + pipe.producerIds.length, 0);
  const used = new Set(
    [...media.seats.values()].flatMap((seat) =>
      [...seat.received.values()].map(({ consumer }) => `${seat.worker?.index} ${consumer.producerId}`),
    ),
  );
  for (const { worker, pipes: ways } of routers)
    for (const way of ways.values())
      for (const id of (await way).producerIds) expect(used).toContain(`${worker.index} ${id}`);

  const dumps = await Promise.all(routers.map(({ router }) => router.dump()));
  const sum = (count: (dump: (typeof dumps)[number]) => number) =>
    dumps.reduce((n, dump) => n + count(dump), 0);
  const seated = [...media.seats.values()].filter((seat) => seat.worker !== null);
  expect(routers.length).toBe(new Set(seated.map((seat) => seat.worker)).size);
  expect(sum((dump) => dump.transportIds.length)).toBe(held.transports + 2 * pipes.length);
  expect(sum((dump) => dump.mapProducerIdConsumerIds.length)).toBe(held.producers + brought);
  expect(sum((dump) => dump.mapConsumerIdProducerId.length)).toBe(held.consumers + brought);
  return { producers: held.producers, consumers: held.consumers, piped: brought };
}

function add(sums: Record<string, number>, counts: Record<string, number>): void {
  for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
}
