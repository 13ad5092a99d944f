import type { Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { SocketPerson } from '../helpers/SocketPerson.ts';
import { School, type SchoolClass } from './School.ts';

let school: School;
let schoolClass: SchoolClass;
let hostile: SocketPerson;
let other: SocketPerson;
beforeAll(async () => {
  school = await School.open();
});
afterAll(() => school.close());
beforeEach(async () => {
  schoolClass = await school.newClass();
  hostile = await schoolClass.enter('member', 'Hostile');
  other = await schoolClass.enter('trainer', 'Trainer');
});
afterEach(() => schoolClass.close());

const hello = { feature: 'chat', type: 'send', text: 'hello' } as const;

/** The same connection without the types that keep us from sending nonsense. */
const untyped = (person: SocketPerson) => person.socket as unknown as Socket;
const ask = (envelope: unknown): Promise<unknown> =>
  untyped(hostile).timeout(20_000).emitWithAck('command', envelope);
const envelope = (command: unknown) => ({ id: crypto.randomUUID(), command });

/** What no client of ours sends, past all checks of the client's own library. */
const sendRaw = (...packets: (string | Buffer)[]) => {
  for (const packet of packets) hostile.socket.io.engine.send(packet);
};

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['a text', 'command'],
  ['a list', [envelope(hello)]],
  ['a Command without an envelope', hello],
  ['an envelope without an id', { command: hello }],
  ['a short id', { id: 'short', command: hello }],
  ['an id that is a number', { id: 12345678, command: hello }],
  ['an envelope with something more', { ...envelope(hello), role: 'trainer' }],
  ['an unknown feature', envelope({ ...hello, feature: 'secrets' })],
  ['a feature that every object has', envelope({ ...hello, feature: 'constructor' })],
  ['an unknown type', envelope({ ...hello, type: 'sendAll' })],
  ['something missing', envelope({ feature: 'chat', type: 'send' })],
  ['something more', envelope({ ...hello, from: 'somebody-else' })],
  [
    'a prototype',
    envelope(JSON.parse('{"feature":"chat","type":"send","text":"x","__proto__":{"admin":true}}')),
  ],
  ['a number for a text', envelope({ ...hello, text: 5 })],
  ['a text that is too long', envelope({ ...hello, text: 'x'.repeat(501) })],
  ['a text that is far too long', envelope({ ...hello, text: 'x'.repeat(200_000) })],
  ['blanks', envelope({ ...hello, text: ' \n ' })],
  ['bytes', envelope({ ...hello, text: Buffer.from('hello') })],
  [
    'an id that every object has',
    envelope({ feature: 'people', type: 'remove', participantId: 'constructor' }),
  ],
  ['a page that is none', envelope({ feature: 'slides', type: 'showPage', deckId: 'deck-1', page: 1.5 })],
  ['a page below the first', envelope({ feature: 'slides', type: 'showPage', deckId: 'deck-1', page: -1 })],
  [
    'what only the system asks: a Seat',
    envelope({
      feature: 'people',
      type: 'seatOpened',
      seatId: 's',
      participantId: 'p',
      role: 'trainer',
      enterpriseId: null,
    }),
  ],
  ['what only the system asks: a place', envelope({ feature: 'people', type: 'placed', places: {} })],
  [
    'what only the system asks: a Deck',
    envelope({ feature: 'slides', type: 'deckReady', deck: { id: 'deck-1', title: '', pages: [] } }),
  ],
  ['what only the system asks: a deadline', envelope({ feature: 'breakouts', type: 'deadlineReached' })],
  ['what only the system asks: an owner', envelope({ feature: 'session', type: 'ownerChanged', epoch: 99 })],
])('[SOCK1] %s is refused, and the connection lives', async (_what, sent) => {
  const { id } = hostile.socket;
  expect(await ask(sent)).toEqual({ ok: false, refusal: 'badRequest' });
  expect(await hostile.do(hello)).toEqual({ ok: true });
  expect(hostile.socket.id).toBe(id);
});

test('[SOCK1] what wants no reply, or has another thing in its place, is dropped, and the connection lives', async () => {
  const { id } = hostile.socket;
  const before = (await schoolClass.room()).state;
  for (const stray of [[], [null], ['x'], [{}, 5], [7, 7, 7]])
    untyped(hostile).emit('command', envelope(hello), ...stray);
  for (const name of ['signal', 'media', 'clock', 'worksheet', 'snapshot', 'events', 'ended', '__proto__'])
    untyped(hostile).emit(name, { type: 'pointer', deckId: 5 }, 'not a function');
  expect(await hostile.do({ ...hello, text: 'still here' })).toEqual({ ok: true });
  expect(hostile.socket.id).toBe(id);
  const { state } = await schoolClass.room();
  expect(state).toEqual({ ...before, chat: state.chat });
  expect(hostile.view?.chat?.messages.map(({ text }) => text)).toEqual(['still here']);
});

test.each<[string, (string | Buffer)[]]>([
  ['a message of 300 kB', [`2["command",{"id":"${'x'.repeat(300_000)}"}]`]],
  ['nesting without end', [`2["command",${deep(100_000)}]`]],
  [
    'nesting without end, with bytes',
    [`51-["command",${deep(60_000)},{"_placeholder":true,"num":0}]`, Buffer.from('x')],
  ],
  ['more attachments than anybody needs', ['5999999999-["command",{"_placeholder":true,"num":0}]']],
  ['an attachment that was never announced', [Buffer.from('out of the blue')]],
  ['a placeholder for nothing', ['51-["command",{"_placeholder":true,"num":7}]', Buffer.from('x')]],
  ['half a JSON', ['2["command",{"id":']],
  ['no JSON', ['2hello']],
  ['an event without a name', ['2[]', '2[{}]', '2[null]', '2{"a":1}']],
  ['a name of the library’s own', ['2["disconnecting"]', '2["connect"]', '2["error"]']],
  ['an answer to nothing', ['3999["command"]', '3']],
  ['a second connection in this one', ['0/admin,{"token":"x"}', '0{"sessionId":"x"}']],
  ['no packet', ['9', 'x', '']],
])('[SOCK1] %s costs the sender a connection at most, and nobody else anything', async (_what, packets) => {
  sendRaw(...packets);
  // The client comes back by itself where it was cut off.
  await vi.waitFor(async () => expect(await hostile.do(hello)).toEqual({ ok: true }), 20_000);
  expect(await other.do({ ...hello, text: 'all is well' })).toEqual({ ok: true });
  expect(other.socket.connected).toBe(true);
});

test('[SOCK2] more Commands than anybody taps are told so, and the connection lives', async () => {
  const { id } = hostile.socket;
  const start = performance.now();
  const replies = await Promise.all(Array.from({ length: 80 }, () => hostile.do(hello)));
  const seconds = (performance.now() - start) / 1000;
  const taken = replies.filter(({ ok }) => ok).length;
  expect(taken).toBeGreaterThanOrEqual(30);
  expect(taken).toBeLessThanOrEqual(31 + 15 * seconds);
  expect(replies.filter((r) => !r.ok && r.refusal === 'tooFast')).toHaveLength(80 - taken);
  expect(await other.do(hello)).toEqual({ ok: true });
  await vi.waitFor(async () => expect(await hostile.do(hello)).toEqual({ ok: true }), 20_000);
  expect(hostile.socket.id).toBe(id);
});

test('[SOCK2] a flood of messages of any kind ends the connection that sends it', async () => {
  const { id } = hostile.socket;
  for (let n = 0; n < 2_000; n++) untyped(hostile).emit('anything', n);
  await hostile.until(() => hostile.socket.id !== id, 'the end of the connection');
  expect(await other.do(hello)).toEqual({ ok: true });
});

test('[SOCK2] a flood of answers to what nobody asked, too', async () => {
  const { id } = hostile.socket;
  sendRaw(...Array<string>(2_000).fill('3999[]'));
  await hostile.until(() => hostile.socket.id !== id, 'the end of the connection');
  expect(await other.do(hello)).toEqual({ ok: true });
});
