import { expect, test } from 'vitest';
import { RoomStory } from '../../../../tests/helpers/RoomStory.ts';

const asksToStep = (room: RoomStory, who: string, to: 'backstage' | 'plenary') =>
  room.asks(who, { feature: 'people', type: 'step', to });
const removes = (room: RoomStory, who: string, participantId: string) =>
  room.asks(who, { feature: 'people', type: 'remove', participantId });
const session = (room: RoomStory, type: 'openLobby' | 'start' | 'close') =>
  room.asks('trainer', { feature: 'session', type });
const setsHeads = (room: RoomStory, who: string, participantId: string, heads: number) =>
  room.asks(who, { feature: 'people', type: 'setHeads', participantId, heads });
const one = { members: 1, people: 1 };
const spaceOf = (room: RoomStory, who: string) => room.view(who).people.me.space;

test('[PEOPLE1] two tabs are two Seats of one person, who is counted once', () => {
  const room = RoomStory.live();
  room.joins('anna-of-elm', 'member', 'elm', 'seat-phone');
  room.joins('anna-of-elm', 'member', 'elm', 'seat-laptop');
  const counts = () => room.view('trainer').people.counts;
  expect(counts()).toEqual({ members: 1, people: 1, staff: 1, byEnterprise: { elm: one } });
  expect(room.view('trainer').people.everyone?.['anna-of-elm']?.seats).toBe(2);

  room.leaves('anna-of-elm', 'seat-phone');
  expect(counts().members).toBe(1);
  room.leaves('anna-of-elm', 'seat-laptop');
  expect(counts()).toEqual({ members: 0, people: 0, staff: 1, byEnterprise: {} });
  expect(
    room.tries({
      feature: 'people',
      type: 'seatClosed',
      seatId: 'seat-laptop',
      participantId: 'anna-of-elm',
    }),
  ).toBe('notFound');
});

test('[PEOPLE2] whoever comes back is the same person in the same place', () => {
  const room = RoomStory.live();
  room.joins('anna-of-elm', 'member', 'elm');
  const firstSeenAt = room.at;
  room.moves({ 'anna-of-elm': 'group:elm-group' });
  room.leaves('anna-of-elm');
  room.joins('anna-of-elm', 'member', 'elm');
  expect(spaceOf(room, 'anna-of-elm')).toBe('group:elm-group');
  expect(room.view('trainer').people.everyone?.['anna-of-elm']).toEqual({
    role: 'member',
    enterpriseId: 'elm',
    space: 'group:elm-group',
    seats: 1,
    firstSeenAt,
    heads: null,
  });
});

test('[PEOPLE3] attendance is merged over Seats and over coming back', () => {
  const room = RoomStory.live();
  const attended = () => room.state.people.participants['anna-of-elm']?.attendedMs;
  room.joins('anna-of-elm', 'member', 'elm', 'seat-phone'); // Each sentence takes a second.
  room.joins('anna-of-elm', 'member', 'elm', 'seat-laptop');
  room.leaves('anna-of-elm', 'seat-phone');
  room.leaves('anna-of-elm', 'seat-laptop');
  expect(attended()).toBe(3_000);
  room.at += 60_000;
  room.joins('anna-of-elm', 'member', 'elm', 'seat-phone');
  room.leaves('anna-of-elm', 'seat-phone');
  expect(attended()).toBe(4_000);
});

test('[PEOPLE4] after a crash everyone has attended until the last sign of life, and nobody is here', () => {
  const room = RoomStory.live();
  room.joins('anna-of-elm', 'member', 'elm');
  room.at += 9_000;
  room.happens({ feature: 'people', type: 'heartbeat' });
  room.at += 3_600_000;
  room.happens({ feature: 'people', type: 'recovered' });
  expect(room.state.people.participants['anna-of-elm']).toMatchObject({
    attendedMs: 10_000,
    seats: [],
    presentSince: null,
  });

  room.joins('anna-of-elm', 'member', 'elm');
  expect(room.view('anna-of-elm').people.counts).toEqual({
    members: 1,
    people: 1,
    staff: 0,
    byEnterprise: { elm: one },
  });
});

test('[PEOPLE5] members wait in the lobby and staff backstage; the start brings everyone into the plenary', () => {
  const room = new RoomStory();
  room.joins('trainer', 'trainer');
  room.joins('anna-of-elm', 'member', 'elm');
  room.joins('observer', 'observer');
  session(room, 'openLobby');
  expect(['trainer', 'anna-of-elm', 'observer'].map((who) => spaceOf(room, who))).toEqual([
    'backstage',
    'lobby',
    'lobby',
  ]);

  session(room, 'start');
  room.joins('late-of-fir', 'member', 'fir');
  for (const who of ['trainer', 'anna-of-elm', 'observer', 'late-of-fir'])
    expect(spaceOf(room, who)).toBe('plenary');
});

test('[PEOPLE6] closing the class brings everyone back from groups and from backstage', () => {
  const room = RoomStory.live();
  room.joins('anna-of-elm', 'member', 'elm');
  room.moves({ 'anna-of-elm': 'group:elm-group' });
  asksToStep(room, 'trainer', 'backstage');
  session(room, 'close');
  for (const who of ['trainer', 'anna-of-elm']) expect(spaceOf(room, who)).toBe('plenary');
});

test('[PEOPLE7] members and Observers know how many are here, staff know who', () => {
  const room = RoomStory.live();
  room.joins('anna-of-elm', 'member', 'elm');
  room.joins('observer', 'observer');
  for (const who of ['anna-of-elm', 'observer'])
    expect(room.view(who).people).toMatchObject({
      counts: { members: 1, people: 1, staff: 1, byEnterprise: { elm: one } },
      here: null,
      everyone: null,
      asks: null,
    });
  expect(Object.keys(room.view('trainer').people.everyone ?? {})).toEqual([
    'trainer',
    'anna-of-elm',
    'observer',
  ]);
});

test('[PEOPLE8] a group, and backstage, see who of them is present', () => {
  const room = RoomStory.live();
  for (const id of ['anna-of-elm', 'bo-of-elm']) room.joins(id, 'member', 'elm');
  room.joins('chen-of-fir', 'member', 'fir');
  room.moves({
    'anna-of-elm': 'group:elm-group',
    'bo-of-elm': 'group:elm-group',
    'chen-of-fir': 'group:fir-group',
  });
  expect(room.view('anna-of-elm').people.here).toEqual(['anna-of-elm', 'bo-of-elm']);
  room.leaves('bo-of-elm');
  expect(room.view('anna-of-elm').people.here).toEqual(['anna-of-elm']);
  expect(room.view('trainer').people.here).toBeNull();
  asksToStep(room, 'trainer', 'backstage');
  expect(room.view('trainer').people.here).toEqual(['trainer']);
});

test("[PEOPLE9] staff remove a member for good; staff themselves can't be removed", () => {
  const room = RoomStory.live();
  room.joins('moderator', 'moderator');
  room.joins('anna-of-elm', 'member', 'elm');
  expect(removes(room, 'anna-of-elm', 'anna-of-elm')).toBe('notAllowed');
  expect(removes(room, 'moderator', 'trainer')).toBe('notAllowed');
  expect(removes(room, 'moderator', 'anna-of-elm')).toBe('ok');
  expect(removes(room, 'trainer', 'anna-of-elm')).toBe('notFound');

  const opened = {
    feature: 'people',
    type: 'seatOpened',
    seatId: 'seat-again',
    role: 'member',
    enterpriseId: 'elm',
  } as const;
  expect(room.tries({ ...opened, participantId: 'anna-of-elm' })).toBe('notAllowed');
  expect(room.view('trainer').people.everyone?.['anna-of-elm']).toBeUndefined();
  expect(room.view('trainer').people.counts.members).toBe(0);
});

test('[PEOPLE10] a device that asks for a taken name is answered once, by staff', () => {
  const room = RoomStory.live();
  room.joins('anna-of-elm', 'member', 'elm');
  const deviceAsks = (askId: string, participantId: string) =>
    room.happens({ feature: 'people', type: 'deviceAsked', askId, participantId });
  const answers = (who: string, askId: string, allow: boolean) =>
    room.asks(who, { feature: 'people', type: 'answerDevice', askId, allow });

  deviceAsks('ask-of-phone', 'anna-of-elm');
  expect(room.view('trainer').people.asks).toEqual([{ askId: 'ask-of-phone', participantId: 'anna-of-elm' }]);
  expect(room.view('anna-of-elm').people.asks).toBeNull();
  expect(answers('anna-of-elm', 'ask-of-phone', true)).toBe('notAllowed');
  expect(answers('trainer', 'ask-of-phone', false)).toBe('ok');
  expect(answers('trainer', 'ask-of-phone', true)).toBe('alreadyDone');
  expect(room.view('trainer').people.asks).toEqual([]);

  // The name was taken on a phone that never came into the class.
  deviceAsks('ask-for-ben', 'ben-of-elm');
  expect(answers('trainer', 'ask-for-ben', true)).toBe('ok');

  for (let n = 0; n <= 50; n++) deviceAsks(`ask-number-${n}`, 'anna-of-elm');
  expect(room.view('trainer').people.asks).toHaveLength(50);
  expect(answers('trainer', 'ask-number-0', true)).toBe('notFound');
});

test('[PEOPLE11] staff step backstage and back; nobody else does', () => {
  const room = RoomStory.live();
  room.joins('anna-of-elm', 'member', 'elm');
  room.joins('observer', 'observer');
  for (const who of ['anna-of-elm', 'observer'])
    expect(asksToStep(room, who, 'backstage')).toBe('notAllowed');
  expect(asksToStep(room, 'trainer', 'plenary')).toBe('alreadyDone');
  expect(asksToStep(room, 'trainer', 'backstage')).toBe('ok');
  expect(spaceOf(room, 'trainer')).toBe('backstage');
  expect(asksToStep(room, 'trainer', 'plenary')).toBe('ok');
});

test('[PEOPLE12] a shared screen is one Participant and as many people as sit before it', () => {
  const room = RoomStory.live();
  room.joins('anna-of-elm', 'member', 'elm');
  room.joins('screen-of-elm', 'member', 'elm', 'seat-of-screen', 6);
  room.joins('screen-of-elm', 'member', 'elm', 'seat-of-its-second-tab', 6);
  room.joins('observer', 'observer');
  for (const who of ['trainer', 'anna-of-elm', 'observer'])
    expect(room.view(who).people.counts).toEqual({
      members: 2,
      people: 7,
      staff: 1,
      byEnterprise: { elm: { members: 2, people: 7 } },
    });
  const heads = (id: string) => room.view('trainer').people.everyone?.[id]?.heads;
  expect([heads('screen-of-elm'), heads('anna-of-elm')]).toEqual([6, null]);
  expect([room.view('screen-of-elm').people.me.heads, room.view('anna-of-elm').people.me.heads]).toEqual([
    6,
    null,
  ]);
});

test('[PEOPLE13] the heads before a screen can be changed from it and by staff, from 1 to 60, and stay when it comes back', () => {
  const room = RoomStory.live();
  room.joins('screen-of-elm', 'member', 'elm', 'seat-of-screen', 6);
  room.joins('anna-of-elm', 'member', 'elm');
  room.joins('observer', 'observer');
  expect(setsHeads(room, 'screen-of-elm', 'screen-of-elm', 7)).toBe('ok');
  expect(setsHeads(room, 'screen-of-elm', 'screen-of-elm', 7)).toBe('alreadyDone');
  expect(room.view('observer').people.counts.people).toBe(8);
  expect(setsHeads(room, 'trainer', 'screen-of-elm', 60)).toBe('ok');
  expect(room.view('screen-of-elm').people.me.heads).toBe(60);

  for (const who of ['anna-of-elm', 'observer'])
    expect(setsHeads(room, who, 'screen-of-elm', 5), who).toBe('notAllowed');
  expect(setsHeads(room, 'trainer', 'trainer', 5), 'staff are persons').toBe('notAllowed');
  for (const heads of [0, 61, 2.5])
    expect(setsHeads(room, 'trainer', 'screen-of-elm', heads)).toBe('badRequest');
  expect(setsHeads(room, 'trainer', 'nobody-here', 5)).toBe('notFound');

  room.leaves('screen-of-elm', 'seat-of-screen');
  room.joins('screen-of-elm', 'member', 'elm', 'seat-of-screen', 6);
  expect(room.view('trainer').people.everyone?.['screen-of-elm']?.heads).toBe(60);
  expect(setsHeads(room, 'anna-of-elm', 'anna-of-elm', 2), 'somebody sits down beside her').toBe('ok');
  expect(room.view('trainer').people.counts.byEnterprise.elm).toEqual({ members: 2, people: 62 });
});

test('[PEOPLE14] attendance of a shared screen knows its time, and its time for each head', () => {
  const room = RoomStory.live();
  const attended = (id: string) => {
    const p = room.state.people.participants[id];
    return [p?.attendedMs, p?.headsMs];
  };
  room.joins('screen-of-elm', 'member', 'elm', 'seat-of-screen', 6); // Each sentence takes a second.
  room.joins('anna-of-elm', 'member', 'elm');
  room.at += 8_000;
  setsHeads(room, 'screen-of-elm', 'screen-of-elm', 7);
  room.at += 9_000;
  room.leaves('screen-of-elm', 'seat-of-screen');
  expect(attended('screen-of-elm')).toEqual([20_000, 10_000 * 6 + 10_000 * 7]);
  setsHeads(room, 'trainer', 'screen-of-elm', 3);
  expect(attended('screen-of-elm'), 'nobody attends who is away').toEqual([20_000, 130_000]);
  expect(attended('anna-of-elm'), 'a person has one head').toEqual([0, undefined]);
});
