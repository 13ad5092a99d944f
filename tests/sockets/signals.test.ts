import type { Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Signal } from '#shared/signals.ts';
import { demoMaterial } from '../../server/src/demo/demoMaterial.ts';
import { PostgresJournal } from '../../server/src/persistence/PostgresJournal.ts';
import type { SocketPerson } from '../helpers/SocketPerson.ts';
import { headOf } from '../persistence/journalContract.ts';
import { School, type SchoolClass } from './School.ts';

let school: School;
let schoolClass: SchoolClass;
let people: Record<'presenter' | 'moderator' | 'member' | 'observer', SocketPerson>;
let heard: Map<SocketPerson, unknown[]>;
beforeAll(async () => {
  school = await School.open();
});
afterAll(() => school.close());
beforeEach(async () => {
  schoolClass = await school.newClass();
  const room = await schoolClass.room();
  for (const command of demoMaterial()) room.system(command);
  people = {
    presenter: await schoolClass.enter('trainer', 'Presenter'),
    moderator: await schoolClass.enter('moderator', 'Moderator'),
    member: await schoolClass.enter('member', 'Member'),
    observer: await schoolClass.enter('observer', 'Observer'),
  };
  heard = new Map(Object.values(people).map((person) => [person, []]));
  for (const [person, list] of heard) person.socket.on('signal', (signal) => list.push(signal));
});
afterEach(() => schoolClass.close());

const pointer = (x: number): Signal => ({
  type: 'pointer',
  deckId: 'deck-of-three',
  page: 0,
  at: { x, y: 0.5 },
});

/** Everyone has heard of something that came after all signals so far, and so of those too, if at all. */
async function settled(): Promise<void> {
  const { presenter } = people;
  const { segments, current } = presenter.view?.runOfShow ?? { segments: [], current: null };
  const segmentId = segments.find(({ id }) => id !== current)?.id ?? '';
  await presenter.must({ feature: 'runOfShow', type: 'setSegment', segmentId });
  for (const person of Object.values(people))
    await person.until(() => person.view?.runOfShow.current === segmentId, 'the next Segment');
}

/** What this person sends, everyone has heard by the end, if they ever will. */
async function sends(person: SocketPerson, ...signals: unknown[]): Promise<void> {
  for (const signal of signals) (person.socket as unknown as Socket).emit('signal', signal);
  await person.socket.timeout(20_000).emitWithAck('clock');
  await settled();
}

test('[SOCK4] the presenter’s pointer is seen by everyone else, and never journaled', async () => {
  const { presenter, moderator, member, observer } = people;
  await presenter.must({ feature: 'session', type: 'present', participantId: presenter.id });
  const journal = new PostgresJournal(school.databaseUrl, () => {});
  const head = await headOf(journal, schoolClass.sessionId);
  await settled();
  // Lossy: a connection that is just busy misses one.
  while ([moderator, member, observer].some((person) => heard.get(person)?.length === 0))
    await sends(presenter, pointer(0.25));
  for (const person of [moderator, member, observer])
    expect(new Set(heard.get(person)?.map((s) => JSON.stringify(s)))).toEqual(
      new Set([JSON.stringify({ ...pointer(0.25), from: presenter.id })]),
    );
  expect(heard.get(presenter)).toEqual([]);

  const types = new Set<unknown>();
  for await (const { command } of journal.read(schoolClass.sessionId, head))
    types.add((command as { type: string }).type);
  expect([...types]).toEqual(['setSegment']);
  await journal.close();
});

test('[SOCK4] nobody else points: not members, not Observers, not staff beside the presenter', async () => {
  const { presenter, moderator, member, observer } = people;
  await presenter.must({ feature: 'session', type: 'present', participantId: presenter.id });
  for (const person of [member, observer, moderator]) await sends(person, pointer(0.5), pointer(0.6));
  expect([...heard.values()].flat()).toEqual([]);
});

test('[SOCK4] what is no signal is dropped, and so are more signals than the eye can follow', async () => {
  const { presenter, member } = people;
  await sends(
    presenter,
    null,
    'pointer',
    { type: 'pointer' },
    { ...pointer(0.5), from: 'somebody-else' },
    { ...pointer(0.5), at: { x: 2, y: 0 } },
    { type: 'deckProgress', deckId: 'deck-of-three', title: '', step: 'x', done: 1, total: 1, problem: null },
  );
  expect(heard.get(member)).toEqual([]);

  const start = performance.now();
  do await sends(presenter, ...Array.from({ length: 150 }, (_, n) => pointer(n / 150)));
  while (heard.get(member)?.length === 0);
  const seconds = (performance.now() - start) / 1000;
  expect(heard.get(member)?.length).toBeGreaterThan(0);
  expect(heard.get(member)?.length).toBeLessThanOrEqual(50 + 25 * seconds);
});

test('[UPLOAD2] [CLIP10] that nothing came of a file is heard on a connection that is just busy', async () => {
  const { presenter, member } = people;
  const room = await schoolClass.room();
  const progress = { type: 'clipProgress', clipId: 'clip-1', title: 'A meeting', share: 0.5 } as const;
  // The first keeps the connection busy at the very moment of the second.
  room.hint('staff', { ...progress, problem: null });
  room.hint('staff', { ...progress, problem: 'damaged' });
  await expect
    .poll(() => heard.get(presenter))
    .toContainEqual({
      ...progress,
      problem: 'damaged',
      from: 'system',
    });
  expect(heard.get(member)).toEqual([]);
});
