import { expect, test } from 'vitest';
import { RoomStory } from '../../../../tests/helpers/RoomStory.ts';

function aClass(): RoomStory {
  const room = RoomStory.live();
  room.joins('moderator', 'moderator');
  room.joins('anna-of-elm', 'member', 'elm');
  room.joins('bo-of-elm', 'member', 'elm');
  return room;
}
const calls = (room: RoomStory, who: string, note = '') =>
  room.asks(who, { feature: 'help', type: 'call', kind: 'sound', note });
const answers = (room: RoomStory, who: string, participantId: string) =>
  room.asks(who, { feature: 'help', type: 'answer', participantId });
const callers = (room: RoomStory) => room.view('moderator').help.calls?.map((c) => c.participantId);

test('[HELP1] a call is heard by staff, in order, and by nobody else', () => {
  const room = aClass();
  room.joins('observer', 'observer');
  calls(room, 'bo-of-elm', '  听不见 ');
  calls(room, 'anna-of-elm');
  expect(callers(room)).toEqual(['bo-of-elm', 'anna-of-elm']);
  expect(room.view('bo-of-elm').help).toEqual({
    mine: { participantId: 'bo-of-elm', kind: 'sound', note: '听不见', at: room.at - 1000, answeredBy: null },
    calls: null,
  });
  room.asks('anna-of-elm', { feature: 'help', type: 'cancel' });
  expect(room.view('anna-of-elm').help).toEqual({ mine: null, calls: null });
  expect(room.view('observer').help).toEqual({ mine: null, calls: null });
  expect(calls(room, 'observer')).toBe('notAllowed');
  expect(calls(room, 'anna-of-elm', 'x'.repeat(201))).toBe('badRequest');
});

test('[HELP2] the member sees who is coming, and no two of the staff come', () => {
  const room = aClass();
  calls(room, 'anna-of-elm');
  expect(answers(room, 'bo-of-elm', 'anna-of-elm')).toBe('notAllowed');
  expect(answers(room, 'moderator', 'bo-of-elm')).toBe('notFound');
  expect(answers(room, 'moderator', 'anna-of-elm')).toBe('ok');
  expect(room.view('anna-of-elm').help.mine?.answeredBy).toBe('moderator');
  expect(answers(room, 'moderator', 'anna-of-elm')).toBe('alreadyDone');
  expect(answers(room, 'trainer', 'anna-of-elm')).toBe('alreadyDone');

  room.leaves('moderator');
  expect(answers(room, 'trainer', 'anna-of-elm'), 'after the moderator was lost').toBe('ok');
  expect(room.view('anna-of-elm').help.mine?.answeredBy).toBe('trainer');
});

test('[HELP3] a second call changes the first, which keeps its place', () => {
  const room = aClass();
  calls(room, 'anna-of-elm');
  calls(room, 'bo-of-elm');
  room.asks('anna-of-elm', { feature: 'help', type: 'call', kind: 'picture', note: 'black' });
  expect(callers(room)).toEqual(['anna-of-elm', 'bo-of-elm']);
  expect(room.view('moderator').help.calls?.[0]).toMatchObject({ kind: 'picture', note: 'black' });
});

test('[HELP4] a call ends when it is cancelled, done, or its member removed; a reload does not end it', () => {
  const room = aClass();
  for (const id of ['anna-of-elm', 'bo-of-elm']) calls(room, id);
  room.leaves('anna-of-elm');
  room.joins('anna-of-elm', 'member', 'elm');
  expect(room.view('anna-of-elm').help.mine).not.toBeNull();

  const done = () => room.asks('trainer', { feature: 'help', type: 'done', participantId: 'anna-of-elm' });
  expect(done()).toBe('ok');
  expect(done()).toBe('notFound');
  expect(room.view('anna-of-elm').help.mine).toBeNull();
  expect(room.asks('anna-of-elm', { feature: 'help', type: 'cancel' })).toBe('alreadyDone');

  room.asks('trainer', { feature: 'people', type: 'remove', participantId: 'bo-of-elm' });
  expect(callers(room)).toEqual([]);
});
