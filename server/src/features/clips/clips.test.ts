import { expect, test } from 'vitest';
import { type Clip, maxClips, placeAt, playLead } from '#shared/features/clips.ts';
import { RoomStory } from '../../../../tests/helpers/RoomStory.ts';

const clip = (id: string, length = 60_000): Clip => ({
  id,
  title: `Video ${id}`,
  length,
  width: 1280,
  height: 720,
  sound: true,
});

/** A live class with a second trainer, a member, an Observer, and two videos of a minute. */
function classWithClips(): RoomStory {
  const room = RoomStory.live();
  room.joins('second-trainer', 'trainer');
  room.joins('member', 'member', 'elm');
  room.joins('observer', 'observer');
  for (const id of ['clip-1', 'clip-2'])
    room.happens({ feature: 'clips', type: 'clipReady', clip: clip(id) });
  return room;
}
const does = (room: RoomStory, who: string, type: 'play' | 'pause' | 'hide') =>
  room.asks(who, { feature: 'clips', type });
const shows = (room: RoomStory, who: string, clipId = 'clip-1') =>
  room.asks(who, { feature: 'clips', type: 'show', clipId });
const seeks = (room: RoomStory, who: string, position: number) =>
  room.asks(who, { feature: 'clips', type: 'seek', position });
/** Where this person's View says the video is, in milliseconds. */
const placeOf = (room: RoomStory, who: string): number | null => {
  const { shown } = room.view(who).clips;
  return shown && placeAt(shown, shown.clip.length, room.at);
};

test('[CLIP1] a video is shown still at its beginning, and plays from there for everyone, late joiners too', () => {
  const room = classWithClips();
  expect(shows(room, 'trainer')).toBe('ok');
  room.waits(20_000);
  expect(placeOf(room, 'member')).toBe(0);
  expect(does(room, 'trainer', 'play')).toBe('ok');
  expect(placeOf(room, 'member')).toBe(0);
  room.waits(playLead + 10_000);
  for (const who of ['trainer', 'member', 'observer']) expect(placeOf(room, who)).toBe(10_000);
  room.joins('late-member', 'member', 'fir');
  expect(placeOf(room, 'late-member')).toBe(11_000);
  expect(does(room, 'trainer', 'play')).toBe('alreadyDone');
});

test('[CLIP2] a pause stops it for everyone at one place, and it goes on from there', () => {
  const room = classWithClips();
  shows(room, 'trainer');
  does(room, 'trainer', 'play');
  room.waits(playLead + 5_000);
  expect(does(room, 'trainer', 'pause')).toBe('ok');
  room.waits(30_000);
  for (const who of ['trainer', 'member', 'observer']) expect(placeOf(room, who)).toBe(6_000);
  expect(does(room, 'trainer', 'pause')).toBe('alreadyDone');
  does(room, 'trainer', 'play');
  room.waits(playLead + 2_000);
  expect(placeOf(room, 'member')).toBe(8_000);
});

test('[CLIP3] staff take it to any place, while it plays and while it does not', () => {
  const room = classWithClips();
  shows(room, 'trainer');
  expect(seeks(room, 'trainer', 30_000)).toBe('ok');
  expect(placeOf(room, 'member')).toBe(30_000);
  does(room, 'trainer', 'play');
  room.waits(playLead + 1_000);
  seeks(room, 'trainer', 10_000);
  room.waits(playLead + 4_000);
  expect(placeOf(room, 'member')).toBe(14_000);
  expect(seeks(room, 'trainer', 100_000)).toBe('ok');
  expect(placeOf(room, 'member')).toBe(60_000);
  expect(seeks(room, 'trainer', -1)).toBe('badRequest');
  expect(seeks(room, 'trainer', 0.5)).toBe('badRequest');
});

test('[CLIP4] at its end it stands still, and playing it again begins anew', () => {
  const room = classWithClips();
  shows(room, 'trainer');
  does(room, 'trainer', 'play');
  room.waits(90_000);
  expect(room.view('member').clips.shown).toMatchObject({ playing: false, position: 60_000 });
  does(room, 'trainer', 'play');
  room.waits(playLead + 3_000);
  expect(placeOf(room, 'member')).toBe(3_000);
});

test('[CLIP5] only the presenter shows, plays, moves and stops it; while nobody presents, any of the staff', () => {
  const room = classWithClips();
  expect(shows(room, 'member')).toBe('notAllowed');
  expect(shows(room, 'observer')).toBe('notAllowed');
  expect(shows(room, 'second-trainer')).toBe('ok');
  room.asks('trainer', { feature: 'session', type: 'present', participantId: 'trainer' });
  for (const type of ['play', 'pause', 'hide'] as const)
    expect(does(room, 'second-trainer', type)).toBe('notAllowed');
  expect(seeks(room, 'second-trainer', 1)).toBe('notAllowed');
  expect(does(room, 'trainer', 'play')).toBe('ok');
});

test('[CLIP6] members and Observers know of no video but the one that is shown', () => {
  const room = classWithClips();
  for (const who of ['member', 'observer'])
    expect(room.view(who).clips).toEqual({ shown: null, clips: null });
  shows(room, 'trainer');
  for (const who of ['member', 'observer']) {
    expect(room.view(who).clips.clips).toBeNull();
    expect(room.view(who).clips.shown?.clip).toEqual(clip('clip-1'));
  }
  expect(room.view('trainer').clips.clips?.map(({ id }) => id)).toEqual(['clip-1', 'clip-2']);
});

test('[CLIP7] stopping it, or removing the one that is shown, takes it from every screen', () => {
  const room = classWithClips();
  shows(room, 'trainer');
  does(room, 'trainer', 'play');
  expect(does(room, 'trainer', 'hide')).toBe('ok');
  expect(placeOf(room, 'member')).toBeNull();
  room.waits(120_000);
  expect(does(room, 'trainer', 'hide')).toBe('alreadyDone');
  expect(does(room, 'trainer', 'play')).toBe('notNow');

  shows(room, 'trainer');
  expect(shows(room, 'trainer')).toBe('alreadyDone');
  expect(shows(room, 'trainer', 'no-such-clip')).toBe('notFound');
  room.asks('trainer', { feature: 'clips', type: 'remove', clipId: 'clip-2' });
  expect(placeOf(room, 'member')).toBe(0);
  room.asks('trainer', { feature: 'clips', type: 'remove', clipId: 'clip-1' });
  expect(placeOf(room, 'member')).toBeNull();
});

test('[CLIP8] a Session has at most 20 videos', () => {
  const room = RoomStory.live();
  const ready = (n: number) =>
    room.tries({ feature: 'clips', type: 'clipReady', clip: clip(`clip-number-${n}`) });
  for (let n = 0; n < maxClips; n++) expect(ready(n)).toBe('ok');
  expect(ready(0)).toBe('alreadyDone');
  expect(ready(maxClips)).toBe('tooMany');
  expect(maxClips).toBe(20);
});
