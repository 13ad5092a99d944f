import { expect, test } from 'vitest';
import { maxGroups } from '#shared/features/breakouts.ts';
import {
  aClass,
  asks,
  atTheirPlaces,
  groupId,
  groups,
  members,
  moves,
  opens,
  prepares,
  round,
  space,
  staff,
} from '../../../../tests/helpers/breakoutsStory.ts';
import { RoomStory } from '../../../../tests/helpers/RoomStory.ts';

test('[GROUP1] there is one group for each Enterprise, and each sees its own before it starts', () => {
  const room = aClass();
  expect(asks(room, 'anna-of-elm', { type: 'prepare', by: 'enterprise' })).toBe('notAllowed');
  expect(prepares(room)).toBe('ok');
  expect(members(room)).toEqual({
    elm: ['anna-of-elm', 'bo-of-elm', 'chen-of-elm'],
    fir: ['dan-of-fir', 'eva-of-fir'],
  });
  expect(round(room, 'dan-of-fir')).toMatchObject({
    open: false,
    groupCount: 2,
    myGroup: { id: groupId(room, 'fir'), name: 'fir', members: ['dan-of-fir', 'eva-of-fir'] },
    groups: null,
  });
  expect(space(room, 'dan-of-fir')).toBe('plenary');
});

test('[GROUP2] mixed groups are evenly large, and spread each Enterprise and those present evenly', () => {
  const room = RoomStory.live();
  for (let n = 0; n < 24; n++) room.joins(`member-${n}`, 'member', n < 12 ? 'elm' : n < 18 ? 'fir' : 'oak');
  for (const n of [3, 9, 14, 20]) room.leaves(`member-${n}`);
  expect(staff(room, { type: 'prepare', by: 'mixed', groupCount: 1 })).toBe('badRequest');
  expect(staff(room, { type: 'prepare', by: 'mixed', groupCount: 4 })).toBe('ok');
  const people = room.state.people.participants;
  const count = (matches: (id: string) => boolean) =>
    groups(room).map((group) => group.members.filter(matches).length);
  expect(groups(room).map((g) => g.name)).toEqual([1, 2, 3, 4]);
  expect(count(() => true)).toEqual([6, 6, 6, 6]);
  expect(count((id) => (people[id]?.seats.length ?? 0) > 0)).toEqual([5, 5, 5, 5]);
  for (const enterprise of ['elm', 'fir', 'oak']) {
    const spread = count((id) => people[id]?.enterpriseId === enterprise);
    expect(Math.max(...spread) - Math.min(...spread), enterprise).toBeLessThanOrEqual(2);
  }
});

test('[GROUP7] who comes late or returns goes to their group, a new Enterprise to a group of its own', () => {
  const room = aClass();
  prepares(room);
  opens(room);
  room.leaves('anna-of-elm');
  room.joins('anna-of-elm', 'member', 'elm');
  room.joins('late-of-fir', 'member', 'fir');
  room.joins('first-of-oak', 'member', 'oak');
  room.joins('guest', 'member');
  expect(members(room)).toEqual({
    elm: ['anna-of-elm', 'bo-of-elm', 'chen-of-elm'],
    fir: ['dan-of-fir', 'eva-of-fir', 'late-of-fir'],
    oak: ['first-of-oak', 'guest'],
  });
  expect(atTheirPlaces(room)).toBe(true);
  expect(round(room, 'observer')?.groupCount).toBe(3);
  expect(round(room, 'dan-of-fir')?.myGroup?.members).toContain('late-of-fir');
  room.joins('third-trainer', 'trainer');
  expect(space(room, 'third-trainer')).toBe('plenary');

  const mixed = aClass();
  staff(mixed, { type: 'prepare', by: 'mixed', groupCount: 2 });
  mixed.joins('late-of-fir', 'member', 'fir');
  expect(
    groups(mixed).map((g) => g.members.length),
    'to the smaller one',
  ).toEqual([3, 3]);
});

test('[GROUP8] staff move people between groups and out of them, also while they work', () => {
  const room = aClass();
  prepares(room);
  const [elm, fir] = [groupId(room, 'elm'), groupId(room, 'fir')];
  expect(moves(room, 'anna-of-elm', fir)).toBe('ok');
  expect(moves(room, 'anna-of-elm', fir)).toBe('alreadyDone');
  expect(round(room, 'bo-of-elm')?.myGroup?.members).toEqual(['bo-of-elm', 'chen-of-elm']);
  expect(round(room, 'anna-of-elm')?.myGroup?.name).toBe('fir');
  expect(moves(room, 'bo-of-elm', null)).toBe('ok');
  expect(moves(room, 'bo-of-elm', null)).toBe('alreadyDone');
  expect(round(room, 'bo-of-elm')?.myGroup).toBeNull();

  opens(room);
  expect(atTheirPlaces(room)).toBe(true);
  room.leaves('bo-of-elm');
  room.joins('bo-of-elm', 'member', 'elm');
  expect(space(room, 'bo-of-elm'), 'whom staff left out').toBe('plenary');
  expect(moves(room, 'bo-of-elm', elm)).toBe('ok');
  expect(moves(room, 'dan-of-fir', elm)).toBe('ok');
  expect(moves(room, 'eva-of-fir', null)).toBe('ok');
  expect(atTheirPlaces(room)).toBe(true);
  expect(members(room)).toEqual({
    elm: ['chen-of-elm', 'bo-of-elm', 'dan-of-fir'],
    fir: ['anna-of-elm'],
  });
  for (const id of ['trainer', 'observer', 'nobody-here']) expect(moves(room, id, elm)).toBe('notFound');
  expect(moves(room, 'chen-of-elm', 'group-none')).toBe('notFound');
});

test('[GROUP13] the last groups can be had again, with those who came since', () => {
  const room = aClass();
  const again = () => staff(room, { type: 'prepare', by: 'last' });
  expect(again(), 'before any round').toBe('notFound');
  prepares(room);
  const [elm, fir] = [groupId(room, 'elm'), groupId(room, 'fir')];
  moves(room, 'anna-of-elm', fir);
  opens(room);
  staff(room, { type: 'close' });
  expect(room.view('trainer').breakouts.canRepeat).toBe(true);
  staff(room, { type: 'prepare', by: 'mixed', groupCount: 3 });
  expect(staff(room, { type: 'close' }), 'drops what is only prepared').toBe('ok');

  room.joins('late-of-elm', 'member', 'elm');
  room.asks('trainer', { feature: 'people', type: 'remove', participantId: 'dan-of-fir' });
  expect(again()).toBe('ok');
  expect(groups(room).map(({ id, members: ids }) => ({ id, ids }))).toEqual([
    { id: elm, ids: ['bo-of-elm', 'chen-of-elm', 'late-of-elm'] },
    { id: fir, ids: ['eva-of-fir', 'anna-of-elm'] },
  ]);
});

test('[GROUP14] who is removed leaves their group', () => {
  const room = aClass();
  prepares(room);
  opens(room);
  room.asks('trainer', { feature: 'people', type: 'remove', participantId: 'bo-of-elm' });
  expect(round(room, 'anna-of-elm')?.myGroup?.members).toEqual(['anna-of-elm', 'chen-of-elm']);
  expect(moves(room, 'bo-of-elm', groupId(room, 'fir'))).toBe('notFound');
});

test('[GROUP16] there are at most 60 groups; whose Enterprise has none goes where the fewest are', () => {
  const room = RoomStory.live();
  for (let n = 0; n <= maxGroups; n++) room.joins(`member-${n}`, 'member', `enterprise-${n}`);
  prepares(room);
  expect(groups(room)).toHaveLength(60);
  expect(groups(room)[0]?.members).toEqual(['member-0', 'member-60']);
});
