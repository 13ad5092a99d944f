import { expect, test } from 'vitest';
import { RoomStory } from '../../../../tests/helpers/RoomStory.ts';
import { maxTogether, silenced } from './sharedRoom.ts';

function aFactory(): RoomStory {
  const room = RoomStory.live();
  for (const id of ['anna-of-elm', 'bo-of-elm', 'chen-of-elm']) room.joins(id, 'member', 'elm');
  room.joins('dan-of-fir', 'member', 'fir');
  return room;
}
const sits = (room: RoomStory, who: string, sounding = false) =>
  room.asks(who, { feature: 'sharedRoom', type: 'sit', sounding });
const sitsAlone = (room: RoomStory, who: string) =>
  room.asks(who, { feature: 'sharedRoom', type: 'sitAlone' });
const silent = (room: RoomStory) => [...silenced(room.state.sharedRoom)].sort();
const sounding = (room: RoomStory) => room.view('trainer').sharedRoom.byEnterprise?.elm?.sounding;

test('[ONEROOM1] of those who sit in one room one device sounds, and the others are silent', () => {
  const room = aFactory();
  sits(room, 'anna-of-elm');
  expect(silent(room), 'a room is never without sound').toEqual([]);
  sits(room, 'bo-of-elm');
  sits(room, 'chen-of-elm', true);
  expect(silent(room)).toEqual(['anna-of-elm', 'bo-of-elm']);
  expect(room.view('bo-of-elm').sharedRoom.mine?.sounding).toBe('chen-of-elm');

  expect(sits(room, 'chen-of-elm', true)).toBe('alreadyDone');
  expect(sits(room, 'chen-of-elm', false), 'gives the sound away').toBe('ok');
  expect(silent(room)).toEqual(['bo-of-elm', 'chen-of-elm']);
});

test('[ONEROOM2] when the sounding one goes, the next one present sounds, until the first is back', () => {
  const room = aFactory();
  sits(room, 'anna-of-elm');
  sits(room, 'bo-of-elm');
  sits(room, 'chen-of-elm');
  room.joins('anna-of-elm', 'member', 'elm', 'seat-of-a-second-tab');
  room.leaves('bo-of-elm');
  room.leaves('anna-of-elm');
  expect(sounding(room), 'still there in the second tab').toBe('anna-of-elm');
  room.leaves('anna-of-elm', 'seat-of-a-second-tab');
  expect(sounding(room), 'the next one is away').toBe('chen-of-elm');

  room.joins('bo-of-elm', 'member', 'elm');
  expect(silent(room)).toEqual(['anna-of-elm', 'chen-of-elm']);
  room.joins('anna-of-elm', 'member', 'elm');
  expect(silent(room), 'nobody howls on coming back').toEqual(['bo-of-elm', 'chen-of-elm']);

  room.asks('trainer', { feature: 'people', type: 'remove', participantId: 'anna-of-elm' });
  expect(room.view('bo-of-elm').sharedRoom.mine).toEqual({
    sounding: 'bo-of-elm',
    together: ['bo-of-elm', 'chen-of-elm'],
  });
  sitsAlone(room, 'bo-of-elm');
  expect(sounding(room)).toBe('chen-of-elm');
  expect(sitsAlone(room, 'bo-of-elm')).toBe('alreadyDone');
  sitsAlone(room, 'chen-of-elm');
  expect(room.state.sharedRoom).toEqual({});
});

test('[ONEROOM3] after a crash the room sounds again with the first who is back', () => {
  const room = aFactory();
  sits(room, 'anna-of-elm', true);
  sits(room, 'bo-of-elm');
  room.happens({ feature: 'people', type: 'recovered' });
  expect(room.state.sharedRoom.elm?.sounding).toBeNull();
  room.joins('bo-of-elm', 'member', 'elm');
  expect(room.view('bo-of-elm').sharedRoom.mine?.sounding).toBe('bo-of-elm');
  room.joins('anna-of-elm', 'member', 'elm');
  expect(room.view('bo-of-elm').sharedRoom.mine?.sounding).toBe('anna-of-elm');
});

test('[ONEROOM4] an Enterprise sees its own room, staff see every one, and Observers none', () => {
  const room = aFactory();
  room.joins('observer', 'observer');
  sits(room, 'anna-of-elm');
  sits(room, 'dan-of-fir');
  expect(room.view('anna-of-elm').sharedRoom).toEqual({
    mine: { sounding: 'anna-of-elm', together: ['anna-of-elm'] },
    byEnterprise: null,
  });
  expect(Object.keys(room.view('trainer').sharedRoom.byEnterprise ?? {})).toEqual(['elm', 'fir']);
  expect(room.view('observer').sharedRoom).toEqual({ mine: null, byEnterprise: null });
  expect(sits(room, 'trainer')).toBe('notAllowed');
  room.joins('guest', 'member');
  expect(sits(room, 'guest'), 'a member of no Enterprise').toBe('notAllowed');
});

test('[ONEROOM5] a room has an end', () => {
  const room = RoomStory.live();
  for (let n = 0; n <= maxTogether; n++) room.joins(`member-${n}`, 'member', 'elm');
  for (let n = 0; n < maxTogether; n++) sits(room, `member-${n}`);
  expect(sits(room, `member-${maxTogether}`)).toBe('full');
  expect(sits(room, 'member-7', true), 'who sits there already').toBe('ok');
});
