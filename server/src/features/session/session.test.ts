import { expect, test } from 'vitest';
import { RoomStory } from '../../../../tests/helpers/RoomStory.ts';

/** A Room that nobody has opened yet, with two trainers backstage and a member at the door. */
function beforeClass(): RoomStory {
  const room = new RoomStory();
  room.joins('trainer', 'trainer');
  room.joins('second-trainer', 'trainer');
  room.joins('member', 'member', 'elm');
  return room;
}
const asks = (room: RoomStory, who: string, type: 'openLobby' | 'start' | 'close') =>
  room.asks(who, { feature: 'session', type });
const handsOver = (room: RoomStory, who: string, participantId: string) =>
  room.asks(who, { feature: 'session', type: 'present', participantId });

test('[SESS1] a class is scheduled, then has a lobby, is live, and is closed; it never goes back', () => {
  const room = beforeClass();
  const phase = () => room.view('member').session.phase;
  expect(phase()).toBe('scheduled');
  expect(asks(room, 'trainer', 'close')).toBe('notNow');
  expect(asks(room, 'trainer', 'openLobby')).toBe('ok');
  expect(asks(room, 'trainer', 'openLobby')).toBe('alreadyDone');
  expect(asks(room, 'trainer', 'close')).toBe('notNow');
  expect(asks(room, 'trainer', 'start')).toBe('ok');
  expect(asks(room, 'second-trainer', 'start')).toBe('alreadyDone');
  expect(asks(room, 'trainer', 'openLobby')).toBe('alreadyDone');
  expect(asks(room, 'trainer', 'close')).toBe('ok');
  expect(phase()).toBe('closed');
  expect(asks(room, 'trainer', 'close')).toBe('alreadyDone');
  expect(asks(room, 'trainer', 'start')).toBe('alreadyClosed');
  expect(asks(room, 'trainer', 'openLobby')).toBe('alreadyDone');
});

test('[SESS2] only staff open the lobby, start and close', () => {
  const room = beforeClass();
  room.joins('observer', 'observer');
  for (const who of ['member', 'observer'])
    for (const type of ['openLobby', 'start', 'close'] as const)
      expect(asks(room, who, type)).toBe('notAllowed');
});

test("[SESS3] everyone knows when the class began and ended, by the server's clock", () => {
  const room = beforeClass();
  asks(room, 'trainer', 'openLobby');
  asks(room, 'trainer', 'start');
  const startedAt = room.at;
  room.joins('observer', 'observer');
  asks(room, 'second-trainer', 'close');
  const closedAt = room.at;
  for (const who of ['trainer', 'member', 'observer'])
    expect(room.view(who).session).toEqual({ phase: 'closed', startedAt, closedAt, presenter: null });
});

test('[SESS4] one trainer presents at a time; staff hand it over, or take it, in one tap', () => {
  const room = beforeClass();
  const presenter = () => room.view('member').session.presenter;
  expect(presenter()).toBeNull();
  expect(handsOver(room, 'trainer', 'trainer')).toBe('ok');
  expect(handsOver(room, 'trainer', 'second-trainer')).toBe('ok');
  expect(presenter()).toBe('second-trainer');
  expect(handsOver(room, 'trainer', 'trainer')).toBe('ok');
  expect(handsOver(room, 'second-trainer', 'trainer')).toBe('alreadyDone');
  room.leaves('trainer');
  expect(handsOver(room, 'second-trainer', 'second-trainer')).toBe('ok');
  expect(presenter()).toBe('second-trainer');
});

test('[SESS5] only staff present, and nobody once the class is closed', () => {
  const room = beforeClass();
  expect(handsOver(room, 'member', 'member')).toBe('notAllowed');
  for (const who of ['member', 'nobody-here', 'constructor'])
    expect(['notFound', 'badRequest']).toContain(handsOver(room, 'trainer', who));
  expect(room.view('member').session.presenter).toBeNull();
  asks(room, 'trainer', 'start');
  asks(room, 'trainer', 'close');
  expect(handsOver(room, 'trainer', 'trainer')).toBe('alreadyClosed');
});
