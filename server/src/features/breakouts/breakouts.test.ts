import { expect, test } from 'vitest';
import { maxGroups } from '#shared/features/breakouts.ts';
import { RoomStory } from '../../../../tests/helpers/RoomStory.ts';

const minute = 60_000;

/** Two factories of three and two, an Observer, and two of the staff. */
function aClass(): RoomStory {
  const room = RoomStory.live();
  room.joins('moderator', 'moderator');
  room.joins('observer', 'observer');
  for (const id of ['anna-of-elm', 'bo-of-elm', 'chen-of-elm']) room.joins(id, 'member', 'elm');
  for (const id of ['dan-of-fir', 'eva-of-fir']) room.joins(id, 'member', 'fir');
  return room;
}
type Asked = Parameters<RoomStory['asks']>[1];
type Rest<C> = C extends { feature: 'breakouts' } ? Omit<C, 'feature'> : never;
const asks = (room: RoomStory, who: string, command: Rest<Asked>) =>
  room.asks(who, { feature: 'breakouts', ...command } as Asked);
const staff = (room: RoomStory, command: Rest<Asked>) => asks(room, 'trainer', command);
const prepares = (room: RoomStory) => staff(room, { type: 'prepare', by: 'enterprise' });
const opens = (room: RoomStory, minutes: number | null = null, brief = '') =>
  staff(room, { type: 'open', minutes, worksheetId: null, brief });
const moves = (room: RoomStory, participantId: string, groupId: string | null) =>
  staff(room, { type: 'move', participantId, groupId });

const round = (room: RoomStory, who: string) => room.view(who).breakouts.round;
const space = (room: RoomStory, who: string) => room.view(who).people.me.space;
const groups = (room: RoomStory) => round(room, 'trainer')?.groups ?? [];
const members = (room: RoomStory) => Object.fromEntries(groups(room).map((g) => [g.name, g.members]));
const groupId = (room: RoomStory, name: string | number) =>
  groups(room).find((g) => g.name === name)?.id ?? '';
/** Whether everybody who is in a group is also where it is, and nobody else is. */
function atTheirPlaces(room: RoomStory): boolean {
  return Object.entries(room.state.people.participants)
    .filter(([, p]) => p.role === 'member' && !p.removed)
    .every(([id, p]) => {
      const own = groups(room).find((g) => g.members.includes(id));
      return p.space === (own ? `group:${own.id}` : 'plenary');
    });
}

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

test('[GROUP3] opening takes every member to their group; staff and Observers stay', () => {
  const room = aClass();
  room.asks('moderator', { feature: 'people', type: 'step', to: 'backstage' });
  expect(opens(room), 'nothing is prepared').toBe('notFound');
  prepares(room);
  room.leaves('eva-of-fir');
  expect(opens(room, 15, ' Plan your next EIT meeting. ')).toBe('ok');
  expect(opens(room)).toBe('alreadyDone');
  expect(prepares(room), 'while groups are at work').toBe('notNow');
  expect(atTheirPlaces(room)).toBe(true);
  expect(space(room, 'trainer')).toBe('plenary');
  expect(space(room, 'moderator')).toBe('backstage');
  expect(space(room, 'observer')).toBe('plenary');
  expect(room.view('anna-of-elm').people.here).toEqual(['anna-of-elm', 'bo-of-elm', 'chen-of-elm']);
  for (const id of ['anna-of-elm', 'trainer'])
    expect(round(room, id)).toMatchObject({
      open: true,
      endsAt: room.at - 2000 + 15 * minute,
      brief: 'Plan your next EIT meeting.',
    });
});

test('[GROUP4] closing brings everyone back who is in a group, and nobody else', () => {
  const room = aClass();
  prepares(room);
  opens(room);
  room.leaves('eva-of-fir');
  staff(room, { type: 'hop', groupId: groupId(room, 'elm') });
  room.asks('moderator', { feature: 'people', type: 'step', to: 'backstage' });
  expect(staff(room, { type: 'close' })).toBe('ok');
  expect(staff(room, { type: 'close' })).toBe('alreadyDone');
  for (const id of ['anna-of-elm', 'dan-of-fir', 'trainer']) expect(space(room, id)).toBe('plenary');
  expect(space(room, 'moderator')).toBe('backstage');
  expect(round(room, 'anna-of-elm')).toBeNull();
  room.joins('eva-of-fir', 'member', 'fir');
  expect(space(room, 'eva-of-fir'), 'who was away').toBe('plenary');
});

test('[GROUP5] a round is warned two minutes before its end, and ends by itself', () => {
  const room = aClass();
  prepares(room);
  opens(room, 10);
  room.waits(8 * minute - 1);
  expect(round(room, 'observer')?.warned).toBe(false);
  room.waits(1);
  expect(round(room, 'observer')).toMatchObject({ open: true, warned: true });
  room.waits(2 * minute - 1);
  expect(space(room, 'anna-of-elm')).not.toBe('plenary');
  room.waits(1);
  expect(round(room, 'anna-of-elm')).toBeNull();
  expect(space(room, 'anna-of-elm')).toBe('plenary');

  prepares(room);
  opens(room, 2);
  expect(round(room, 'anna-of-elm')?.warned, 'no time to warn').toBe(true);
});

test('[GROUP6] staff lengthen and shorten a round, and are warned anew', () => {
  const room = aClass();
  const lengthens = (minutes: number) => staff(room, { type: 'extend', minutes });
  prepares(room);
  expect(lengthens(5), 'before it is open').toBe('notNow');
  opens(room, 3);
  const end = round(room, 'trainer')?.endsAt ?? 0;
  room.waits(minute);
  expect(round(room, 'trainer')?.warned).toBe(true);
  expect(lengthens(5)).toBe('ok');
  expect(round(room, 'anna-of-elm')).toMatchObject({ endsAt: end + 5 * minute, warned: false });
  expect(lengthens(-30), 'into the past').toBe('notNow');
  expect(lengthens(0)).toBe('notNow');
  expect(lengthens(61)).toBe('badRequest');
  expect(lengthens(-5)).toBe('ok');
  expect(round(room, 'anna-of-elm')).toMatchObject({ endsAt: end, warned: true });
  room.waits(2 * minute);
  expect(round(room, 'anna-of-elm')).toBeNull();

  prepares(room);
  opens(room);
  room.waits(300 * minute);
  expect(round(room, 'anna-of-elm'), 'without an end').toMatchObject({ open: true, endsAt: null });
  expect(lengthens(-1)).toBe('notNow');
  expect(lengthens(4)).toBe('ok');
  expect(round(room, 'anna-of-elm')?.endsAt).toBe(room.at + 4 * minute);
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

test('[GROUP9] a group calls for help, which staff see and answer by coming, or from where they are', () => {
  const room = aClass();
  const calls = (who: string) => asks(room, who, { type: 'callHelp' });
  prepares(room);
  expect(calls('anna-of-elm'), 'before the groups are at work').toBe('notAllowed');
  opens(room);
  expect(calls('anna-of-elm')).toBe('ok');
  expect(calls('bo-of-elm'), 'for the same group').toBe('alreadyDone');
  expect(calls('dan-of-fir')).toBe('ok');
  expect(calls('trainer')).toBe('notAllowed');
  expect(round(room, 'bo-of-elm')?.helpCalled).toBe(true);
  expect(groups(room).map((g) => g.helpSince !== null)).toEqual([true, true]);

  const [elm, fir] = [groupId(room, 'elm'), groupId(room, 'fir')];
  expect(staff(room, { type: 'answerHelp', groupId: fir })).toBe('ok');
  expect(staff(room, { type: 'answerHelp', groupId: fir })).toBe('alreadyDone');
  expect(staff(room, { type: 'answerHelp', groupId: 'group-none' })).toBe('notFound');
  expect(asks(room, 'moderator', { type: 'hop', groupId: elm })).toBe('ok');
  expect(round(room, 'bo-of-elm')?.helpCalled).toBe(false);
});

test('[GROUP10] staff enter a group and leave it again, and no member hops', () => {
  const room = aClass();
  const hops = (who: string, to: string | null) => asks(room, who, { type: 'hop', groupId: to });
  prepares(room);
  const [elm, fir] = [groupId(room, 'elm'), groupId(room, 'fir')];
  expect(hops('trainer', elm), 'before the groups are at work').toBe('notNow');
  opens(room);
  expect(hops('anna-of-elm', fir)).toBe('notAllowed');
  expect(hops('trainer', elm)).toBe('ok');
  expect(room.view('anna-of-elm').people.here).toContain('trainer');
  expect(hops('trainer', elm)).toBe('alreadyDone');
  expect(hops('trainer', fir)).toBe('ok');
  expect(hops('trainer', null)).toBe('ok');
  expect(hops('trainer', null)).toBe('alreadyDone');
  expect(hops('trainer', 'group-none')).toBe('notFound');
  expect(space(room, 'trainer')).toBe('plenary');
});

test('[GROUP11] a message reaches all groups', () => {
  const room = aClass();
  const says = (text: string) => staff(room, { type: 'message', text });
  prepares(room);
  expect(says('Too early')).toBe('notNow');
  opens(room);
  expect(says('  Five minutes left ')).toBe('ok');
  expect(says('x'.repeat(301))).toBe('badRequest');
  for (const id of ['anna-of-elm', 'dan-of-fir', 'trainer'])
    expect(round(room, id)?.announcement).toEqual({ text: 'Five minutes left', at: room.at });
});

test('[GROUP12] an Observer knows whether groups are at work, until when and how many, and no more', () => {
  const room = aClass();
  prepares(room);
  opens(room, 10, 'Plan your next EIT meeting.');
  staff(room, { type: 'message', text: 'Hello' });
  asks(room, 'anna-of-elm', { type: 'callHelp' });
  expect(round(room, 'observer')).toEqual({
    open: true,
    endsAt: expect.any(Number),
    warned: false,
    groupCount: 2,
    brief: null,
    worksheetId: null,
    announcement: null,
    myGroup: null,
    helpCalled: false,
    groups: null,
  });
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

test('[GROUP15] groups are prepared before the class, work while it is live, and end with it', () => {
  const room = new RoomStory();
  room.joins('trainer', 'trainer');
  expect(prepares(room), 'nobody is there').toBe('notFound');
  room.joins('anna-of-elm', 'member', 'elm');
  expect(prepares(room)).toBe('ok');
  room.joins('dan-of-fir', 'member', 'fir');
  expect(round(room, 'dan-of-fir')?.myGroup?.name).toBe('fir');
  expect(space(room, 'dan-of-fir')).toBe('lobby');
  expect(opens(room)).toBe('notNow');
  room.asks('trainer', { feature: 'session', type: 'start' });
  expect(opens(room, 10)).toBe('ok');

  room.asks('trainer', { feature: 'session', type: 'close' });
  expect(round(room, 'anna-of-elm')).toBeNull();
  expect(space(room, 'anna-of-elm')).toBe('plenary');
  expect(prepares(room)).toBe('alreadyClosed');
});

test('[GROUP16] there are at most 60 groups; whose Enterprise has none goes where the fewest are', () => {
  const room = RoomStory.live();
  for (let n = 0; n <= maxGroups; n++) room.joins(`member-${n}`, 'member', `enterprise-${n}`);
  prepares(room);
  expect(groups(room)).toHaveLength(60);
  expect(groups(room)[0]?.members).toEqual(['member-0', 'member-60']);
});
