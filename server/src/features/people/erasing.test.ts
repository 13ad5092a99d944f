import { expect, test } from 'vitest';
import { RoomStory } from '../../../../tests/helpers/RoomStory.ts';

const erases = (room: RoomStory, who: string, participantId: string) =>
  room.asks(who, { feature: 'people', type: 'erase', participantId });
const says = (room: RoomStory, who: string, text: string) =>
  room.asks(who, { feature: 'chat', type: 'send', text });
const texts = (room: RoomStory, who: string) => room.view(who).chat?.messages.map(({ text }) => text);

function aClass(): RoomStory {
  const room = RoomStory.live();
  for (const id of ['anna-of-elm', 'bo-of-elm']) room.joins(id, 'member', 'elm');
  return room;
}

test('[ERASE3] what an erased member wrote is gone for everyone, and what others wrote stays', () => {
  const room = aClass();
  says(room, 'anna-of-elm', 'pushed out of the View');
  for (let n = 1; n <= 49; n++) says(room, 'bo-of-elm', `${n}`);
  for (const text of ['one', 'two', 'three']) says(room, 'anna-of-elm', text);
  room.moves({ 'anna-of-elm': 'group:elm-group', 'bo-of-elm': 'group:elm-group' });
  says(room, 'anna-of-elm', 'in the group');
  expect(texts(room, 'bo-of-elm')).toEqual(['in the group']);

  expect(erases(room, 'trainer', 'anna-of-elm')).toBe('ok');
  expect(texts(room, 'bo-of-elm')).toEqual([]);
  expect(texts(room, 'trainer')).toEqual(Array.from({ length: 49 }, (_, n) => `${n + 1}`));
  expect(room.view('trainer').chat?.more).toBe(false);
});

test('[ERASE3] the votes of an erased member count on, and belong to nobody', () => {
  const room = aClass();
  room.asks('trainer', {
    feature: 'polls',
    type: 'create',
    question: 'Weekly?',
    options: ['Yes', 'No'],
    anonymous: false,
  });
  const pollId = room.state.polls.planned[0]?.id ?? '';
  room.asks('trainer', { feature: 'polls', type: 'open', pollId });
  for (const [who, option] of [
    ['anna-of-elm', 0],
    ['bo-of-elm', 1],
  ] as const)
    room.asks(who, { feature: 'polls', type: 'vote', pollId, option });
  expect(erases(room, 'trainer', 'anna-of-elm')).toBe('ok');
  expect(room.view('trainer').polls.opened[0]).toMatchObject({
    answered: 2,
    staff: { counts: [1, 1], votes: { 'bo-of-elm': 1 } },
  });
});

test('[ERASE3] those before an erased screen are counted on in polls', () => {
  const room = RoomStory.live();
  room.happens({
    feature: 'people',
    type: 'seatOpened',
    seatId: 'seat-screen',
    participantId: 'screen-of-elm',
    role: 'member',
    enterpriseId: 'elm',
    heads: 7,
  });
  room.joins('bo-of-elm', 'member', 'elm');
  room.asks('trainer', {
    feature: 'polls',
    type: 'create',
    question: 'Weekly?',
    options: ['Yes', 'No'],
    anonymous: false,
  });
  const pollId = room.state.polls.planned[0]?.id ?? '';
  room.asks('trainer', { feature: 'polls', type: 'open', pollId });
  for (const who of ['screen-of-elm', 'bo-of-elm'])
    room.asks(who, { feature: 'polls', type: 'vote', pollId, option: 1 });
  const people = () => room.view('trainer').polls.opened[0]?.staff?.people;
  expect(people()).toEqual([0, 8]);
  expect(erases(room, 'trainer', 'screen-of-elm')).toBe('ok');
  expect(people()).toEqual([0, 8]);
  expect(JSON.stringify(room.state.polls)).not.toContain('screen-of-elm');
});

test('[ERASE3] hand, call, group, place in the meeting room and device that asks of an erased member go', () => {
  const room = aClass();
  room.asks('trainer', { feature: 'breakouts', type: 'prepare', by: 'enterprise' });
  room.asks('anna-of-elm', { feature: 'hands', type: 'raise' });
  room.asks('anna-of-elm', { feature: 'help', type: 'call', kind: 'other', note: 'the light flickers' });
  room.asks('anna-of-elm', { feature: 'sharedRoom', type: 'sit', sounding: true });
  room.asks('trainer', { feature: 'stage', type: 'invite', participantId: 'anna-of-elm' });
  room.happens({ feature: 'people', type: 'deviceAsked', askId: 'ask-phone', participantId: 'anna-of-elm' });
  expect(erases(room, 'trainer', 'anna-of-elm')).toBe('ok');

  const { people, ...others } = room.state;
  expect(JSON.stringify(others)).not.toContain('anna-of-elm');
  expect(people.asks).toEqual([]);
  expect(people.participants['anna-of-elm']).toMatchObject({ removed: true, erased: true, seats: [] });
  expect(people.participants['anna-of-elm']?.attendedMs).toBeGreaterThan(0);
  expect(room.view('trainer').people.everyone?.['anna-of-elm']).toBeUndefined();
});

test('[ERASE3] staff erase members and Observers, the removed too; nobody erases staff, or the same person twice', () => {
  const room = aClass();
  room.joins('observer', 'observer');
  room.joins('moderator', 'moderator');
  expect(erases(room, 'bo-of-elm', 'anna-of-elm')).toBe('notAllowed');
  expect(erases(room, 'trainer', 'moderator')).toBe('notAllowed');
  expect(erases(room, 'trainer', 'nobody-here')).toBe('notFound');

  says(room, 'anna-of-elm', 'a last word');
  room.asks('trainer', { feature: 'people', type: 'remove', participantId: 'anna-of-elm' });
  expect(texts(room, 'trainer')).toEqual(['a last word']);
  expect(erases(room, 'moderator', 'anna-of-elm')).toBe('ok');
  expect(texts(room, 'trainer')).toEqual([]);
  expect(erases(room, 'moderator', 'anna-of-elm')).toBe('notFound');
  expect(erases(room, 'moderator', 'observer')).toBe('ok');
});
