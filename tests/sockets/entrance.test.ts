import { io } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { protocolVersion } from '#shared/protocolVersion.ts';
import { openDatabase } from '../../server/src/persistence/database.ts';
import { School, type SchoolClass } from './School.ts';

let school: School;
let schoolClass: SchoolClass;
beforeAll(async () => {
  school = await School.open();
});
afterAll(() => school.close());
beforeEach(async () => {
  schoolClass = await school.newClass();
});
afterEach(() => schoolClass.close());

/** What a connection with these words is answered: the problem, or `in`. */
function knock(auth: Record<string, unknown>): Promise<string> {
  const socket = io(school.url, { auth, transports: ['websocket'], forceNew: true, reconnection: false });
  return new Promise<string>((resolve) => {
    socket.on('connect_error', ({ message }) => resolve(message));
    socket.on('snapshot', () => resolve('in'));
  }).finally(() => socket.disconnect());
}

test('[SOCK3] a key lets its own person into its own Session, and nothing else does', async () => {
  const { sessionId, participantId, secret } = await schoolClass.seat('member');
  const key = { sessionId, participantId, secret };
  expect(await knock(key)).toBe('in');

  const neighbour = await schoolClass.seat('trainer');
  const elsewhere = await (await school.newClass()).seat('trainer');
  expect(await knock({ ...key, secret: `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}` })).toBe(
    'linkRevoked',
  );
  expect(await knock({ ...key, participantId: neighbour.participantId })).toBe('linkRevoked');
  expect(await knock({ ...key, sessionId: elsewhere.sessionId })).toBe('linkRevoked');
  expect(await knock({ ...key, sessionId: 'session-that-is-none' })).toBe('linkRevoked');
  const { participantId: them, secret: theirs } = elsewhere;
  expect(await knock({ ...key, participantId: them, secret: theirs })).toBe('linkRevoked');
});

test('[SOCK10] a page of another version is told that it must be loaded anew', async () => {
  const { sessionId, participantId, secret } = await schoolClass.seat('member');
  const key = { sessionId, participantId, secret };
  expect(await knock({ ...key, protocol: protocolVersion })).toBe('in');
  expect(await knock({ ...key, protocol: protocolVersion + 1 })).toBe('outdated');
  expect(await knock({ ...key, protocol: 'newest' })).toBe('badRequest');
});

test('[SOCK3] a key that was revoked lets nobody in', async () => {
  const { sessionId, participantId, secret } = await schoolClass.seat('member');
  const database = openDatabase(school.databaseUrl, () => {});
  await database
    .updateTable('device_secrets')
    .set({ revoked_at: Date.now() })
    .where('participant_id', '=', participantId)
    .execute();
  await database.destroy();
  expect(await knock({ sessionId, participantId, secret })).toBe('linkRevoked');
});

test('[SOCK3] who was removed is told so at the door', async () => {
  const trainer = await schoolClass.enter('trainer');
  const member = await schoolClass.enter('member');
  await trainer.must({ feature: 'people', type: 'remove', participantId: member.id });
  await member.until(() => member.ended === 'removed', 'the end');
  expect(member.socket.connected).toBe(false);
  const { sessionId, participantId, secret } = member.seat;
  expect(await knock({ sessionId, participantId, secret })).toBe('removed');
});

test.each<[string, (key: Record<string, unknown>) => Record<string, unknown>]>([
  ['nothing', () => ({})],
  ['no secret', ({ secret: _secret, ...key }) => key],
  ['a short secret', (key) => ({ ...key, secret: 'short' })],
  ['an endless secret', (key) => ({ ...key, secret: 'x'.repeat(10_000) })],
  ['an id that is none', (key) => ({ ...key, participantId: { toString: 'x' } })],
  ['something more', (key) => ({ ...key, role: 'trainer' })],
])('[SOCK3] %s instead of a key is a bad request', async (_what, change) => {
  const { sessionId, participantId, secret } = await schoolClass.seat('member');
  expect(await knock(change({ sessionId, participantId, secret }))).toBe('badRequest');
});

test('[SOCK3] a connection may knock once: whoever tries keys asks the database no faster than they connect', async () => {
  const { sessionId, participantId } = await schoolClass.seat('member');
  const url = `${school.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const socket = new WebSocket(url);
  const answers: string[] = [];
  socket.addEventListener('message', ({ data }) => {
    if (String(data).startsWith('44')) answers.push(String(data));
  });
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  const closed = new Promise((resolve) => socket.addEventListener('close', resolve));
  for (let n = 0; n < 300; n++) {
    const auth = { sessionId, participantId, secret: `a-key-that-is-a-guess-${n}` };
    socket.send(`40${JSON.stringify(auth)}`);
  }
  await closed;
  expect(answers.length).toBeLessThanOrEqual(1);
});

test('[SOCK8] the server tells its time, half a round trip off at most', async () => {
  const member = await schoolClass.enter('member');
  const before = Date.now();
  const time: number = await member.socket.timeout(20_000).emitWithAck('clock');
  expect(time).toBeGreaterThanOrEqual(before);
  expect(time).toBeLessThanOrEqual(Date.now());
});
