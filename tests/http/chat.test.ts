import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChatPage } from '#shared/http/chat.ts';
import { type Classroom, startClassroom, tokenOf } from '../helpers/classroom.ts';
import { SocketPerson } from '../helpers/SocketPerson.ts';

let classroom: Classroom;
let trainer: SocketPerson;
let member: SocketPerson;
let observer: SocketPerson;

beforeAll(async () => {
  classroom = await startClassroom();
  const { links, url } = classroom;
  trainer = await SocketPerson.join(url, tokenOf(links.trainers[0]?.link ?? ''));
  member = await SocketPerson.join(url, tokenOf(links.enterprises[0]?.link ?? ''));
  observer = await SocketPerson.join(url, tokenOf(links.observer.link));
  await trainer.must({ feature: 'session', type: 'start' });
  await member.until(() => member.view?.session.phase === 'live', 'the class');
  const { rooms } = classroom.server.parts;
  const room = await rooms.get(member.seat.sessionId);
  // Not over the socket, which would rightly find so many messages too fast.
  for (let number = 1; number <= 130; number++)
    room.receive(
      seatOf(room.state.people.participants, member.id),
      {
        id: `message-${number}`,
        command: { feature: 'chat', type: 'send', text: `Message ${number}` },
      },
      () => {},
    );
  await room.settled();
  await member.until(() => texts(member).at(-1) === 'Message 130', 'the last message');
});

afterAll(async () => {
  for (const person of [trainer, member, observer]) person?.close();
  await classroom?.close();
});

const seatOf = (people: Record<string, { seats: readonly string[] }>, id: string): string =>
  people[id]?.seats[0] ?? '';
const texts = (person: SocketPerson): string[] => person.view?.chat?.messages.map(({ text }) => text) ?? [];
const firstSeen = (person: SocketPerson): string => person.view?.chat?.messages[0]?.id ?? '';

async function ask(person: SocketPerson, before: string): Promise<{ status: number; body: unknown }> {
  const { sessionId, participantId, secret } = person.seat;
  const response = await fetch(`${classroom.url}/api/sessions/${sessionId}/chat?before=${before}`, {
    headers: { authorization: `Bearer ${participantId}.${secret}` },
  });
  return { status: response.status, body: await response.json() };
}

test('[CHAT2] older messages come over HTTP, fifty at a time, with the names of who wrote them', async () => {
  expect(texts(member)[0]).toBe('Message 81');
  const first = (await ask(member, firstSeen(member))).body as ChatPage;
  expect(first.messages.map(({ text }) => text)).toEqual(
    Array.from({ length: 50 }, (_, index) => `Message ${index + 31}`),
  );
  expect(first.more).toBe(true);
  expect(first.names).toEqual({ [member.id]: member.seat.name });

  const last = (await ask(trainer, first.messages[0]?.id ?? '')).body as ChatPage;
  expect(last.messages).toHaveLength(30);
  expect(last.more).toBe(false);
});

test('[CHAT1] older messages are read in their Space only', async () => {
  const id = firstSeen(trainer);
  await trainer.must({ feature: 'people', type: 'step', to: 'backstage' });
  await trainer.until(() => trainer.view?.people.me.space === 'backstage', 'the way backstage');
  expect(await ask(trainer, id)).toEqual({ status: 404, body: { error: 'notFound' } });
  await trainer.must({ feature: 'people', type: 'step', to: 'plenary' });
});

test('[CHAT5] an Observer has no older messages either', async () => {
  expect(await ask(observer, firstSeen(member))).toEqual({ status: 404, body: { error: 'notFound' } });
});

test('a stranger, and a question that makes no sense, get an answer that says so', async () => {
  const { sessionId } = member.seat;
  const stranger = await fetch(`${classroom.url}/api/sessions/${sessionId}/chat?before=message-id`);
  expect(stranger.status).toBe(401);
  expect(await ask(member, 'no')).toEqual({ status: 400, body: { error: 'badRequest' } });
  expect(await ask(member, 'unknown-message')).toEqual({ status: 404, body: { error: 'notFound' } });
});
