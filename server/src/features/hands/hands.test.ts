import { expect, test } from 'vitest';
import { RoomStory } from '../../../../tests/helpers/RoomStory.ts';
import { maxHands } from './hands.ts';

function threeMembers(): RoomStory {
  const room = RoomStory.live();
  for (const id of ['anna-of-elm', 'bo-of-fir', 'chen-of-elm'])
    room.joins(id, 'member', id.endsWith('elm') ? 'elm' : 'fir');
  return room;
}
const raises = (room: RoomStory, who: string) => room.asks(who, { feature: 'hands', type: 'raise' });

test('[HANDS1] hands queue in the order in which they went up, each once', () => {
  const room = threeMembers();
  raises(room, 'bo-of-fir');
  raises(room, 'anna-of-elm');
  expect(raises(room, 'bo-of-fir')).toBe('alreadyDone');
  expect(room.view('chen-of-elm').hands).toEqual({ queue: ['bo-of-fir', 'anna-of-elm'], count: 2 });

  room.asks('bo-of-fir', { feature: 'hands', type: 'lower' });
  expect(room.asks('bo-of-fir', { feature: 'hands', type: 'lower' })).toBe('alreadyDone');
  raises(room, 'bo-of-fir');
  expect(room.view('trainer').hands.queue).toEqual(['anna-of-elm', 'bo-of-fir']);
});

test("[HANDS2] only members raise hands, and only staff lower others'", () => {
  const room = threeMembers();
  expect(raises(room, 'trainer')).toBe('notAllowed');
  for (const id of ['anna-of-elm', 'bo-of-fir', 'chen-of-elm']) raises(room, id);
  const lowersAnna = (who: string) =>
    room.asks(who, { feature: 'hands', type: 'lowerFor', participantId: 'anna-of-elm' });
  expect(lowersAnna('bo-of-fir')).toBe('notAllowed');
  expect(room.asks('bo-of-fir', { feature: 'hands', type: 'lowerAll' })).toBe('notAllowed');
  expect(lowersAnna('trainer')).toBe('ok');
  expect(lowersAnna('trainer')).toBe('notFound');
  expect(room.view('anna-of-elm').hands.queue).toEqual(['bo-of-fir', 'chen-of-elm']);
  expect(room.asks('trainer', { feature: 'hands', type: 'lowerAll' })).toBe('ok');
  expect(room.view('anna-of-elm').hands).toEqual({ queue: [], count: 0 });
  expect(room.asks('trainer', { feature: 'hands', type: 'lowerAll' })).toBe('alreadyDone');
});

test('[HANDS3] a hand that is called goes down, and its member is on the stage', () => {
  const room = threeMembers();
  raises(room, 'anna-of-elm');
  raises(room, 'bo-of-fir');
  const calls = (participantId: string) =>
    room.asks('trainer', { feature: 'hands', type: 'call', participantId });
  expect(calls('chen-of-elm')).toBe('notFound');
  expect(calls('bo-of-fir')).toBe('ok');
  expect(room.view('bo-of-fir').stage.me.invitation).toBe('onStage');
  expect(room.view('bo-of-fir').hands.queue).toEqual(['anna-of-elm']);

  room.moves({ 'anna-of-elm': 'group:elm-round-1' });
  expect(calls('anna-of-elm'), 'who sits in a Breakout').toBe('notNow');
  expect(room.view('trainer').hands.queue, 'all or nothing').toEqual(['anna-of-elm']);
});

test('[HANDS4] who is removed loses the hand; who is away keeps it', () => {
  const room = threeMembers();
  raises(room, 'anna-of-elm');
  raises(room, 'bo-of-fir');
  room.leaves('anna-of-elm');
  expect(room.view('trainer').hands.queue).toEqual(['anna-of-elm', 'bo-of-fir']);
  room.asks('trainer', { feature: 'people', type: 'remove', participantId: 'anna-of-elm' });
  expect(room.view('trainer').hands.queue).toEqual(['bo-of-fir']);
});

test('[HANDS5] an Observer is told how many hands are up, not whose', () => {
  const room = threeMembers();
  room.joins('observer', 'observer');
  raises(room, 'anna-of-elm');
  raises(room, 'bo-of-fir');
  expect(room.view('observer').hands).toEqual({ queue: null, count: 2 });
});

test('[HANDS6] the queue has an end', () => {
  const room = RoomStory.live();
  for (let n = 0; n <= maxHands; n++) room.joins(`member-${n}`, 'member', 'elm');
  for (let n = 0; n < maxHands; n++) raises(room, `member-${n}`);
  expect(raises(room, `member-${maxHands}`)).toBe('full');
});
