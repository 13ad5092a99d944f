import { expect, test } from 'vitest';
import type { Segment } from '#shared/features/runOfShow.ts';
import { RoomStory } from '../../../../tests/helpers/RoomStory.ts';

const segment = (id: string, more: Partial<Segment> = {}): Segment => ({
  id,
  kind: 'slides',
  minutes: 10,
  title: { zh: '讲解', en: 'Talk' },
  owner: null,
  materials: [],
  ...more,
});
const welcome = segment('welcome-1', { kind: 'welcome', minutes: 5, owner: { label: 'all trainers' } });
const talk = segment('talk-1', {
  owner: { participantId: 'trainer' },
  materials: [{ kind: 'slides', deckId: 'deck-1', from: 5, to: 11 }],
});
const close = segment('close-1', { kind: 'close' });

function planned(...segments: Segment[]): RoomStory {
  const room = new RoomStory();
  room.joins('trainer', 'trainer');
  room.joins('anna-of-elm', 'member', 'elm');
  room.joins('observer', 'observer');
  room.happens({ feature: 'runOfShow', type: 'planned', segments });
  return room;
}
const starts = (room: RoomStory) => room.asks('trainer', { feature: 'session', type: 'start' });
const sets = (room: RoomStory, who: string, segmentId: string) =>
  room.asks(who, { feature: 'runOfShow', type: 'setSegment', segmentId });
const current = (room: RoomStory) => room.view('anna-of-elm').runOfShow.current;

test('[SHOW1] everybody sees the plan; who leads what with which material, only staff', () => {
  const room = planned(welcome, talk);
  const { owner: _owner, materials: _materials, ...publicTalk } = talk;
  for (const id of ['anna-of-elm', 'observer']) {
    expect(room.view(id).runOfShow.segments[1]).toEqual(publicTalk);
    expect(room.view(id).runOfShow.details).toBeNull();
  }
  expect(room.view('trainer').runOfShow.details?.['talk-1']).toEqual({
    owner: talk.owner,
    materials: talk.materials,
  });
});

test('[SHOW5] of very long titles everybody sees the beginning', () => {
  const long = { zh: '长'.repeat(100), en: '长'.repeat(100) };
  const many = Array.from({ length: 30 }, (_, n) => ({ ...talk, id: `talk-${n}`, title: long }));
  const room = planned(welcome, ...many);
  const [first, second] = room.view('anna-of-elm').runOfShow.segments;
  expect(first?.title).toEqual(welcome.title);
  expect(second?.title).toEqual({
    zh: '长长长长长长长长长长…',
    en: '长长长长长长长长长长…',
  });
});

test('[SHOW2] the first Segment begins with the class; staff set any other, also back', () => {
  const room = planned(welcome, talk, close);
  expect(current(room)).toBeNull();
  starts(room);
  expect(room.view('observer').runOfShow).toMatchObject({ current: 'welcome-1', currentSince: room.at });

  expect(sets(room, 'anna-of-elm', 'close-1')).toBe('notAllowed');
  expect(sets(room, 'trainer', 'close-1')).toBe('ok');
  expect(sets(room, 'trainer', 'close-1')).toBe('alreadyDone');
  expect(sets(room, 'trainer', 'talk-9')).toBe('notFound');
  expect(sets(room, 'trainer', 'talk-1')).toBe('ok');
  expect(room.view('observer').runOfShow).toMatchObject({ current: 'talk-1' });
});

test('[SHOW3] the plan changes until the class is live, and not after', () => {
  const room = planned(welcome, talk);
  sets(room, 'trainer', 'talk-1');
  room.happens({ feature: 'runOfShow', type: 'planned', segments: [talk, close] });
  expect(current(room), 'still in the plan').toBe('talk-1');
  room.happens({ feature: 'runOfShow', type: 'planned', segments: [welcome, close] });
  expect(room.view('anna-of-elm').runOfShow).toMatchObject({ current: null, currentSince: null });

  sets(room, 'trainer', 'close-1');
  starts(room);
  expect(current(room), 'a Segment that staff set before stays').toBe('close-1');
  expect(room.tries({ feature: 'runOfShow', type: 'planned', segments: [talk] })).toBe('notNow');
});

test('[SHOW4] a plan has at most 60 Segments, each with an id of its own', () => {
  const room = planned();
  const plans = (segments: Segment[]) => room.tries({ feature: 'runOfShow', type: 'planned', segments });
  const many = (count: number) => Array.from({ length: count }, (_, n) => segment(`segment-${n}`));
  expect(plans(many(61))).toBe('badRequest');
  expect(plans([talk, talk])).toBe('badRequest');
  expect(plans([segment('talk-1', { title: { zh: '长'.repeat(101), en: '' } })])).toBe('badRequest');
  expect(plans(many(60))).toBe('ok');
});
