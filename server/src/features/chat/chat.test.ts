import { expect, test } from 'vitest';
import type { Space } from '#shared/basics.ts';
import { RoomStory } from '../../../../tests/helpers/RoomStory.ts';
import { olderMessages } from './chat.ts';
import { maxMessages, maxSpaces } from './state.ts';

const says = (room: RoomStory, who: string, text: string) =>
  room.asks(who, { feature: 'chat', type: 'send', text });

const texts = (room: RoomStory, who: string) => room.view(who).chat?.messages.map((m) => m.text);

function twoFactories(): RoomStory {
  const room = RoomStory.live();
  room.joins('anna-of-elm', 'member', 'elm');
  room.joins('bo-of-fir', 'member', 'fir');
  return room;
}

test('[CHAT1] a message is read in the Space where it was written, and nowhere else', () => {
  const room = twoFactories();
  says(room, 'anna-of-elm', 'Good morning');
  expect(texts(room, 'bo-of-fir')).toEqual(['Good morning']);

  room.moves({ 'anna-of-elm': 'group:elm-round-1', 'bo-of-fir': 'group:fir-round-1' });
  says(room, 'anna-of-elm', 'Only for us');
  expect(texts(room, 'anna-of-elm')).toEqual(['Only for us']);
  expect(texts(room, 'bo-of-fir')).toEqual([]);
  expect(texts(room, 'trainer')).toEqual(['Good morning']);

  room.moves({ 'anna-of-elm': 'plenary', 'bo-of-fir': 'group:elm-round-1' });
  expect(texts(room, 'anna-of-elm')).toEqual(['Good morning']);
  expect(texts(room, 'bo-of-fir')).toEqual(['Only for us']);
});

test('[CHAT2] a View holds the last 50 messages, fewer where they are long; older ones can be had back to the 300th', () => {
  const room = twoFactories();
  for (let n = 1; n <= maxMessages + 1; n++) says(room, 'anna-of-elm', `message ${n}`);
  expect(texts(room, 'bo-of-fir')).toHaveLength(50);
  expect(room.view('bo-of-fir').chat?.more).toBe(true);

  const first = room.view('bo-of-fir').chat?.messages[0];
  expect(first?.text).toBe('message 252');
  const older = olderMessages(room.state.chat, 'plenary', first?.id ?? '', 249);
  expect(older?.messages.map((m) => m.text).slice(0, 2)).toEqual(['message 3', 'message 4']);
  expect(older?.messages.at(-1)?.text).toBe('message 251');
  expect(older?.more).toBe(true);

  const oldest = olderMessages(room.state.chat, 'plenary', older?.messages[0]?.id ?? '', 249);
  expect(oldest).toMatchObject({ messages: [{ text: 'message 2' }], more: false });
  expect(olderMessages(room.state.chat, 'backstage', first?.id ?? '', 50)).toBeNull();

  const long = (n: number) => `${n} ${'长'.repeat(490)}`;
  for (let n = 1; n <= 10; n++) says(room, 'anna-of-elm', long(n));
  expect(texts(room, 'bo-of-fir')).toEqual([7, 8, 9, 10].map(long));
  expect(room.view('bo-of-fir').chat?.more).toBe(true);
});

test('[CHAT3] staff remove a message for everyone, and the next older one is seen instead', () => {
  const room = twoFactories();
  for (let n = 1; n <= 51; n++) says(room, 'anna-of-elm', `message ${n}`);
  const messages = room.state.chat.spaces.plenary ?? [];
  const idOf = (n: number) => messages[n - 1]?.id ?? '';
  const remove = (who: string, messageId: string) =>
    room.asks(who, { feature: 'chat', type: 'remove', messageId });

  expect(remove('anna-of-elm', idOf(20))).toBe('notAllowed');
  expect(remove('trainer', idOf(20))).toBe('ok');
  expect(texts(room, 'bo-of-fir')).not.toContain('message 20');
  expect(texts(room, 'bo-of-fir')?.[0]).toBe('message 1');
  expect(room.view('bo-of-fir').chat?.more).toBe(false);
  expect(remove('trainer', idOf(20))).toBe('notFound');

  says(room, 'bo-of-fir', 'message 52');
  expect(remove('trainer', idOf(1)), 'one that is no longer in sight').toBe('ok');
  expect(texts(room, 'bo-of-fir')?.[0]).toBe('message 2');
  expect(room.view('bo-of-fir').chat?.more).toBe(false);

  for (const length of [450, 490, 490, 490, 490]) says(room, 'anna-of-elm', '长'.repeat(length));
  const last = room.state.chat.spaces.plenary?.at(-1)?.id ?? '';
  expect(texts(room, 'bo-of-fir')).toHaveLength(4);
  expect(remove('trainer', last)).toBe('ok');
  expect(texts(room, 'bo-of-fir')?.length, 'where a long one was, several short ones are').toBeGreaterThan(7);
});

test('[CHAT4] while the chat is closed only staff write, and everybody reads', () => {
  const room = twoFactories();
  expect(room.asks('trainer', { feature: 'chat', type: 'setOpen', open: false })).toBe('ok');
  expect(room.asks('trainer', { feature: 'chat', type: 'setOpen', open: false })).toBe('alreadyDone');
  expect(room.view('bo-of-fir').chat?.open).toBe(false);
  expect(says(room, 'anna-of-elm', 'But')).toBe('notNow');
  expect(says(room, 'trainer', 'Please listen now')).toBe('ok');
  expect(texts(room, 'bo-of-fir')).toEqual(['Please listen now']);

  room.asks('trainer', { feature: 'chat', type: 'setOpen', open: true });
  expect(says(room, 'anna-of-elm', 'Thank you')).toBe('ok');
  expect(room.asks('anna-of-elm', { feature: 'chat', type: 'setOpen', open: false })).toBe('notAllowed');
});

test('[CHAT5] an Observer has no chat', () => {
  const room = twoFactories();
  room.joins('observer', 'observer');
  says(room, 'anna-of-elm', 'Good morning');
  expect(room.view('observer').chat).toBeNull();
  expect(says(room, 'observer', 'Good morning')).toBe('notAllowed');
});

test('[CHAT6] a Breakout keeps its chat after its round, until newer Breakouts need the room', () => {
  const room = twoFactories();
  says(room, 'anna-of-elm', 'in the plenary');
  for (let round = 1; round < maxSpaces; round++) {
    room.moves({ 'anna-of-elm': `group:round-${round}` });
    says(room, 'anna-of-elm', `in round ${round}`);
  }
  const kept = (space: Space) => room.state.chat.spaces[space]?.map((m) => m.text);
  room.moves({ 'anna-of-elm': 'group:round-1' });
  expect(texts(room, 'anna-of-elm')).toEqual(['in round 1']);
  says(room, 'anna-of-elm', 'again in round 1');

  room.moves({ 'anna-of-elm': 'group:one-too-many' });
  says(room, 'anna-of-elm', 'in one too many');
  expect(Object.keys(room.state.chat.spaces)).toHaveLength(maxSpaces);
  expect(kept('group:round-2'), 'the one that was silent for longest').toBeUndefined();
  expect(kept('group:round-1')).toEqual(['in round 1', 'again in round 1']);
  expect(kept('plenary')).toEqual(['in the plenary']);
});

test('[CHAT7] a message has 1 to 500 characters, without the blanks around them', () => {
  const room = twoFactories();
  expect(says(room, 'anna-of-elm', '  \n ')).toBe('badRequest');
  expect(says(room, 'anna-of-elm', 'x'.repeat(501))).toBe('badRequest');
  expect(says(room, 'anna-of-elm', `  ${'x'.repeat(500)}\n`)).toBe('ok');
  expect(texts(room, 'bo-of-fir')).toEqual(['x'.repeat(500)]);
});
