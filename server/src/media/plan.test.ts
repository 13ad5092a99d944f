import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Role, Space } from '#shared/basics.ts';
import { type MediaMode, mediaModes } from '#shared/media.ts';
import type { MediaState } from './placement.ts';
import { type LiveFacts, type Plan, plan, wantedKey } from './plan.ts';

type Person = {
  role: Role;
  space: Space;
  on: string;
  seats: number;
  silenced: boolean;
  invited: boolean;
  mode: MediaMode;
};

/** One letter a device: m, c and s for microphone, camera and screen. */
const person = (role: Role, space: Space, on = '', more: Partial<Person> = {}): Person => ({
  role,
  space,
  on,
  seats: 1,
  silenced: false,
  invited: false,
  mode: 'full',
  ...more,
});

function planOf(
  people: Record<string, Person>,
  live: { voices?: string[]; presenter?: string } = {},
): Plan & { facts: LiveFacts; state: MediaState } {
  const all = Object.entries(people);
  const invited = all.filter(([, p]) => p.invited).map(([id]) => id);
  const state: MediaState = {
    session: { phase: 'live', startedAt: 0, closedAt: null, presenter: live.presenter ?? null, epoch: 1 },
    people: {
      phase: 'live',
      asks: [],
      lastBeat: 0,
      participants: Object.fromEntries(
        all.map(([id, { role, space }]) => [
          id,
          {
            role,
            space,
            enterpriseId: null,
            seats: [],
            removed: false,
            firstSeenAt: 0,
            presentSince: 0,
            attendedMs: 0,
          },
        ]),
      ),
    },
    stage: {
      players: Object.fromEntries(
        all.map(([id, { role, space, on }]) => [
          id,
          {
            staff: role === 'trainer',
            space,
            present: true,
            microphone: on.includes('m'),
            camera: on.includes('c'),
          },
        ]),
      ),
      invited,
      asked: [],
      screen: all.find(([, p]) => p.on.includes('s'))?.[0] ?? null,
    },
  };
  const seats = all.flatMap(([id, p]) =>
    Array.from({ length: p.seats }, (_, i) => ({
      seatId: `${id}.${i}`,
      participantId: id,
      mode: p.mode,
    })),
  );
  const last = new Map(all.filter(([, p]) => p.seats > 0).map(([id, p]) => [id, `${id}.${p.seats - 1}`]));
  const facts: LiveFacts = {
    seats,
    deviceSeats: last,
    screenSeats: last,
    silenced: new Set(all.filter(([, p]) => p.silenced).map(([id]) => id)),
    voices: live.voices ?? [],
  };
  return { ...plan(state, facts), facts, state };
}

/** What the first Seat of this person receives, as `id source`. */
const receivedBy = (planned: Plan, id: string) =>
  (planned.receive.get(`${id}.0`) ?? [])
    .filter((w) => !w.standby)
    .map((w) => `${w.from} ${w.source}`)
    .sort();

describe('the plan', () => {
  test('[MEDIA1] the plenary hears staff and those invited, and nobody else', () => {
    const planned = planOf({
      trainer: person('trainer', 'plenary', 'mc'),
      guest: person('member', 'plenary', 'm', { invited: true }),
      listener: person('member', 'plenary', 'mc'),
      observer: person('observer', 'plenary', 'mc'),
      backstage: person('trainer', 'backstage', 'mc'),
    });
    const stage = ['guest microphone', 'trainer camera', 'trainer microphone'];
    expect(receivedBy(planned, 'listener')).toEqual(stage);
    expect(receivedBy(planned, 'observer')).toEqual(stage);
    expect(receivedBy(planned, 'trainer')).toEqual(['guest microphone']);
    expect(planned.send.get('listener.0')).toEqual([]);
    expect(planned.send.get('observer.0')).toEqual([]);
  });

  test('[MEDIA1] a Breakout hears its own and the staff in it; the lobby hears nothing', () => {
    const planned = planOf({
      ann: person('member', 'group:a', 'm'),
      ben: person('member', 'group:a', 'm'),
      cat: person('member', 'group:b', 'm'),
      trainer: person('trainer', 'group:a', 'm'),
      other: person('trainer', 'plenary', 'm'),
      waiting: person('trainer', 'lobby', 'm'),
      late: person('member', 'lobby', 'm'),
    });
    expect(receivedBy(planned, 'ann')).toEqual(['ben microphone', 'trainer microphone']);
    expect(receivedBy(planned, 'cat')).toEqual([]);
    expect(receivedBy(planned, 'late')).toEqual([]);
    expect(planned.send.get('waiting.0')).toEqual([]);
  });

  test('[MODE1] with one small picture a device gets the lead’s camera in the smallest layer, or the screen, and all voices', () => {
    const stage = {
      trainer: person('trainer', 'plenary', 'mc'),
      second: person('trainer', 'plenary', 'mc'),
      light: person('member', 'plenary', '', { mode: 'light' }),
    };
    const planned = planOf(stage, { presenter: 'second' });
    expect(receivedBy(planned, 'light')).toEqual([
      'second camera',
      'second microphone',
      'trainer microphone',
    ]);
    const picture = planned.receive.get('light.0')?.find(({ source }) => source === 'camera');
    expect(picture?.spatialLayer).toBe(0);
    const sharing = planOf(
      { ...stage, second: person('trainer', 'plenary', 'mcs') },
      { presenter: 'second' },
    );
    expect(receivedBy(sharing, 'light')).toEqual([
      'second microphone',
      'second screen',
      'trainer microphone',
    ]);
  });

  test('[MODE1] with sound and slides alone a device gets no picture and the two voices heard last', () => {
    const planned = planOf(
      {
        trainer: person('trainer', 'plenary', 'mcs'),
        second: person('trainer', 'plenary', 'mc'),
        third: person('trainer', 'plenary', 'm'),
        poor: person('member', 'plenary', '', { mode: 'audio' }),
      },
      { voices: ['third', 'trainer', 'second'] },
    );
    expect(receivedBy(planned, 'poor')).toEqual(['third microphone', 'trainer microphone']);
  });

  test('[MEDIA2] a group of twelve gets three voices and four cameras each, those who spoke last', () => {
    const ids = Array.from({ length: 12 }, (_, i) => `p${String(i).padStart(2, '0')}`);
    const group = Object.fromEntries(ids.map((id) => [id, person('member', 'group:a', 'mc')]));
    const planned = planOf(group, { voices: ['p11', 'p10', 'p09', 'p08', 'p07'] });
    expect(receivedBy(planned, 'p00')).toEqual([
      'p08 camera',
      'p09 camera',
      'p09 microphone',
      'p10 camera',
      'p10 microphone',
      'p11 camera',
      'p11 microphone',
    ]);
    expect(receivedBy(planned, 'p11').filter((w) => w.endsWith('microphone'))).toEqual([
      'p08 microphone',
      'p09 microphone',
      'p10 microphone',
    ]);
    const layers = [...planned.receive.values()].flat().map((w) => w.spatialLayer);
    expect(new Set(layers)).toEqual(new Set([0]));
  });

  test('in the plenary only the presenter is sent large, whoever speaks', () => {
    const planned = planOf(
      {
        a: person('trainer', 'plenary', 'mc'),
        b: person('trainer', 'plenary', 'mcs'),
        viewer: person('member', 'plenary'),
      },
      { presenter: 'b', voices: ['a'] },
    );
    const wanted = planned.receive.get('viewer.0') ?? [];
    expect(wanted.filter((w) => w.source === 'camera').map((w) => [w.from, w.spatialLayer])).toEqual([
      ['b', 2],
      ['a', 1],
    ]);
    const byPriority = wanted.toSorted((x, y) => y.priority - x.priority).map((w) => w.source);
    expect(byPriority).toEqual(['microphone', 'microphone', 'screen', 'camera', 'camera']);
  });

  test('[MEDIA5] of two Seats of one person only one sends, and neither receives the other', () => {
    const planned = planOf({
      trainer: person('trainer', 'plenary', 'mc', { seats: 2 }),
      member: person('member', 'plenary'),
    });
    expect(planned.send.get('trainer.0')).toEqual([]);
    expect(planned.send.get('trainer.1')).toEqual(['microphone', 'camera']);
    expect(receivedBy(planned, 'trainer')).toEqual([]);
    expect(planned.receive.get('member.0')?.map((w) => w.seatId)).toEqual(['trainer.1', 'trainer.1']);
  });

  test('a muted microphone stays at hand, behind those that are on', () => {
    const planned = planOf({
      viewer: person('member', 'group:a'),
      a: person('member', 'group:a'),
      b: person('member', 'group:a', 'm'),
      c: person('member', 'group:a', 'm'),
      d: person('member', 'group:a'),
    });
    const wanted = planned.receive.get('viewer.0') ?? [];
    expect(wanted.map((w) => [w.from, w.standby])).toEqual([
      ['b', false],
      ['c', false],
      ['a', true],
    ]);
  });

  test('[MEDIA6] the silenced neither send nor receive sound, and keep the picture', () => {
    const planned = planOf({
      quiet: person('member', 'group:a', 'mc', { silenced: true }),
      loud: person('member', 'group:a', 'mc'),
    });
    expect(receivedBy(planned, 'quiet')).toEqual(['loud camera']);
    expect(receivedBy(planned, 'loud')).toEqual(['quiet camera']);
  });

  test('[MEDIA1] whatever the class, nobody is sent what is not sent, meant for elsewhere, their own, or too much', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{2}$/), anyPerson(), { maxKeys: 24 }), (people) => {
        const { send, receive, facts } = planOf(people);
        for (const { seatId, participantId } of facts.seats) {
          const viewer = people[participantId] as Person;
          const wanted = receive.get(seatId) ?? [];
          expect(new Set(wanted.map(wantedKey)).size).toBe(wanted.length);
          for (const item of wanted) {
            const from = people[item.from] as Person;
            expect(send.get(item.seatId)?.includes(item.source)).toBe(!item.standby);
            expect(from.space).toBe(viewer.space);
            expect(from.space).not.toBe('lobby');
            expect(item.from).not.toBe(participantId);
            expect(from.role).not.toBe('observer');
            if (item.source === 'microphone') expect(from.silenced || viewer.silenced).toBe(false);
            if (from.role === 'member' && from.space === 'plenary') expect(from.invited).toBe(true);
          }
          if (viewer.space === 'plenary') continue;
          const count = (source: string) => wanted.filter((w) => w.source === source).length;
          expect(count('microphone')).toBeLessThanOrEqual(3);
          expect(count('camera')).toBeLessThanOrEqual(4);
        }
      }),
    );
  });
});

const anyPerson = (): fc.Arbitrary<Person> =>
  fc.record({
    role: fc.constantFrom<Role>('trainer', 'member', 'member', 'observer'),
    space: fc.constantFrom<Space>('plenary', 'backstage', 'lobby', 'group:a', 'group:b'),
    on: fc.constantFrom('', 'm', 'c', 'mc', 'mcs'),
    seats: fc.integer({ min: 0, max: 2 }),
    silenced: fc.boolean(),
    mode: fc.constantFrom(...mediaModes),
    invited: fc.boolean(),
  });
