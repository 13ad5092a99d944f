import { expect, test } from 'vitest';
import type { Performer } from '#shared/features/stage.ts';
import { RoomStory } from '../../../../tests/helpers/RoomStory.ts';

function class_(): RoomStory {
  const room = RoomStory.live();
  for (const id of ['anna-of-elm', 'bo-of-fir']) room.joins(id, 'member', id.slice(-3));
  room.joins('the-buyer', 'observer');
  return room;
}

const microphone = (room: RoomStory, who: string, on = true) =>
  room.asks(who, { feature: 'stage', type: 'setMicrophone', on });
const camera = (room: RoomStory, who: string, on = true) =>
  room.asks(who, { feature: 'stage', type: 'setCamera', on });
const screen = (room: RoomStory, who: string, on = true) =>
  room.asks(who, { feature: 'stage', type: 'shareScreen', on });
const invites = (room: RoomStory, participantId: string) =>
  room.asks('trainer', { feature: 'stage', type: 'invite', participantId });
const answers = (room: RoomStory, who: string, accept = true) =>
  room.asks(who, { feature: 'stage', type: 'answerInvite', accept });
const comesUp = (room: RoomStory, who: string) => {
  expect(invites(room, who)).toBe('ok');
  expect(answers(room, who)).toBe('ok');
};

/** Who has what on, as `anna-of-elm mc`. */
const list = (performers: readonly Performer[] | null) =>
  performers?.map((p) =>
    [p.id, [p.microphone && 'm', p.camera && 'c', p.screen && 's'].filter(Boolean).join('')].join(' ').trim(),
  );

test('[STAGE1] staff with something on and members invited up are on the stage, and everyone sees who', () => {
  const room = class_();
  expect(room.view('anna-of-elm').stage.stage).toEqual([]);
  microphone(room, 'trainer');
  comesUp(room, 'anna-of-elm');
  for (const viewer of ['bo-of-fir', 'the-buyer', 'trainer'])
    expect(list(room.view(viewer).stage.stage)).toEqual(['anna-of-elm', 'trainer m']);
  camera(room, 'anna-of-elm');
  expect(list(room.view('bo-of-fir').stage.stage)).toEqual(['anna-of-elm c', 'trainer m']);
  expect(room.asks('anna-of-elm', { feature: 'stage', type: 'stepDown' })).toBe('ok');
  microphone(room, 'trainer', false);
  expect(room.view('bo-of-fir').stage.stage).toEqual([]);
});

test('[STAGE2] a member speaks on the stage or in a Breakout, and an Observer nowhere', () => {
  const room = class_();
  expect(microphone(room, 'anna-of-elm')).toBe('notAllowed');
  expect(microphone(room, 'the-buyer')).toBe('notAllowed');
  comesUp(room, 'anna-of-elm');
  expect(microphone(room, 'anna-of-elm')).toBe('ok');
  expect(screen(room, 'bo-of-fir')).toBe('notAllowed');
  room.moves({ 'bo-of-fir': 'group:one-of-them' });
  expect(microphone(room, 'bo-of-fir')).toBe('ok');
});

test('[STAGE3] an invitation is answered by its member, and known to them and to staff', () => {
  const room = class_();
  expect(invites(room, 'anna-of-elm')).toBe('ok');
  expect(invites(room, 'anna-of-elm')).toBe('alreadyDone');
  expect(invites(room, 'the-buyer')).toBe('notFound');
  expect(room.view('anna-of-elm').stage.me.invitation).toBe('asked');
  expect(room.view('trainer').stage.asked).toEqual(['anna-of-elm']);
  expect(room.view('bo-of-fir').stage.asked).toBeNull();
  expect(answers(room, 'bo-of-fir')).toBe('notFound');

  expect(answers(room, 'anna-of-elm', false)).toBe('ok');
  expect(room.view('anna-of-elm').stage.me.invitation).toBeNull();
  expect(room.view('trainer').stage.asked).toEqual([]);
  expect(room.view('trainer').stage.stage).toEqual([]);

  invites(room, 'anna-of-elm');
  const takesDown = () =>
    room.asks('trainer', { feature: 'stage', type: 'takeDown', participantId: 'anna-of-elm' });
  expect(takesDown(), 'back before it was answered').toBe('ok');
  expect(answers(room, 'anna-of-elm')).toBe('notFound');
  expect(takesDown()).toBe('notFound');
});

test('[STAGE4] who leaves the plenary leaves the stage, and who comes back into it is switched off', () => {
  const room = class_();
  comesUp(room, 'anna-of-elm');
  microphone(room, 'anna-of-elm');
  room.moves({ 'anna-of-elm': 'group:one-of-them' });
  expect(room.view('bo-of-fir').stage.stage).toEqual([]);
  expect(room.view('anna-of-elm').stage.me).toMatchObject({ microphone: true, invitation: null });
  room.moves({ 'anna-of-elm': 'plenary' });
  expect(room.view('anna-of-elm').stage.me.microphone).toBe(false);
  microphone(room, 'trainer');
  room.moves({ trainer: 'group:one-of-them' });
  room.moves({ trainer: 'plenary' });
  expect(list(room.view('bo-of-fir').stage.stage), 'staff speak wherever they go').toEqual(['trainer m']);
});

test('[STAGE5] what somebody has on outlives a reload, and is not seen while they are away', () => {
  const room = class_();
  comesUp(room, 'anna-of-elm');
  camera(room, 'anna-of-elm');
  room.leaves('anna-of-elm');
  expect(room.view('bo-of-fir').stage.stage).toEqual([]);
  room.joins('anna-of-elm', 'member', 'elm', 'seat-after-reload');
  expect(list(room.view('bo-of-fir').stage.stage)).toEqual(['anna-of-elm c']);
  expect(room.view('anna-of-elm').stage.me).toMatchObject({ camera: true, invitation: 'onStage' });

  room.asks('trainer', { feature: 'people', type: 'remove', participantId: 'anna-of-elm' });
  expect(room.view('bo-of-fir').stage.stage).toEqual([]);
  expect(room.state.stage).toMatchObject({ invited: [], players: {} });
});

test('[STAGE6] one screen at a time: staff take it over, a member waits, a move ends it', () => {
  const room = class_();
  comesUp(room, 'anna-of-elm');
  expect(screen(room, 'trainer')).toBe('ok');
  expect(screen(room, 'anna-of-elm')).toBe('notNow');
  room.joins('second-trainer', 'trainer');
  expect(screen(room, 'second-trainer')).toBe('ok');
  expect(list(room.view('the-buyer').stage.stage)).toEqual(['anna-of-elm', 'second-trainer s']);
  expect(room.view('trainer').stage.me.screen).toBe(false);
  expect(room.asks('second-trainer', { feature: 'people', type: 'step', to: 'backstage' })).toBe('ok');
  expect(room.view('second-trainer').stage.me.screen).toBe(false);
  expect(screen(room, 'anna-of-elm')).toBe('ok');
});

test('[STAGE7] staff mute one person, or everyone in their own Space but staff', () => {
  const room = class_();
  const mutes = (who: string, participantId: string) =>
    room.asks(who, { feature: 'stage', type: 'mute', participantId });
  const mutesAll = (who: string) => room.asks(who, { feature: 'stage', type: 'muteAll' });
  for (const id of ['anna-of-elm', 'bo-of-fir']) {
    room.moves({ [id]: 'group:one-of-them' });
    microphone(room, id);
  }
  microphone(room, 'trainer');
  expect(mutesAll('trainer'), 'nobody to mute in the plenary').toBe('alreadyDone');
  expect(mutes('anna-of-elm', 'bo-of-fir')).toBe('notAllowed');
  expect(mutes('trainer', 'anna-of-elm')).toBe('ok');
  expect(mutes('trainer', 'anna-of-elm')).toBe('alreadyDone');
  room.moves({ trainer: 'group:one-of-them' });
  expect(mutesAll('trainer')).toBe('ok');
  expect(list(room.view('anna-of-elm').stage.here)).toEqual(['trainer m']);
});

test('[STAGE8] at most 12 members are on the stage, and 20 are asked at once', () => {
  const room = RoomStory.live();
  const ids = Array.from({ length: 33 }, (_, i) => `member-${String(i).padStart(2, '0')}`);
  for (const id of ids) room.joins(id, 'member', 'elm');
  for (const id of ids.slice(0, 20)) expect(invites(room, id)).toBe('ok');
  expect(invites(room, 'member-20')).toBe('tooMany');
  for (const id of ids.slice(0, 12)) expect(answers(room, id)).toBe('ok');
  expect(answers(room, 'member-12')).toBe('full');
  expect(invites(room, 'member-21')).toBe('full');
});

test('[STAGE9] a Breakout, and backstage, see who of them has what on', () => {
  const room = class_();
  room.moves({ 'anna-of-elm': 'group:one-of-them', 'bo-of-fir': 'group:other' });
  camera(room, 'anna-of-elm');
  expect(list(room.view('anna-of-elm').stage.here)).toEqual(['anna-of-elm c']);
  expect(list(room.view('bo-of-fir').stage.here)).toEqual([]);
  room.moves({ trainer: 'backstage' });
  microphone(room, 'trainer');
  expect(list(room.view('trainer').stage.here)).toEqual(['trainer m']);
  expect(room.view('the-buyer').stage.here).toBeNull();
  expect(room.view('trainer').stage.stage).toEqual([]);
});
