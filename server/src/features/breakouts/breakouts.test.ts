import { expect, test } from 'vitest';
import {
  aClass,
  asks,
  atTheirPlaces,
  groupId,
  groups,
  opens,
  prepares,
  round,
  space,
  staff,
} from '../../../../tests/helpers/breakoutsStory.ts';
import { RoomStory } from '../../../../tests/helpers/RoomStory.ts';

const minute = 60_000;

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
