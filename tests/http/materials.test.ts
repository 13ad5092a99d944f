import { afterAll, beforeAll, expect, test } from 'vitest';
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
});

afterAll(async () => {
  for (const person of [trainer, member, observer]) person?.close();
  await classroom?.close();
});

async function ask(person: SocketPerson, path: string): Promise<{ status: number; body: unknown }> {
  const { sessionId, participantId, secret } = person.seat;
  const response = await fetch(`${classroom.url}/api/sessions/${sessionId}${path}`, {
    headers: { authorization: `Bearer ${participantId}.${secret}` },
  });
  return { status: response.status, body: await response.json() };
}
const notFound = { status: 404, body: { error: 'notFound' } };

test('[CASE7] a case that is shown comes over HTTP to those who see it, and staff have every one', async () => {
  const study = (await classroom.server.parts.rooms.get(member.seat.sessionId)).state.cases.cases[0];
  const path = `/cases/${study?.id}?edition=1`;
  expect(await ask(member, path)).toEqual(notFound);
  expect((await ask(trainer, path)).body).toEqual(study);

  await trainer.must({ feature: 'cases', type: 'show', caseId: study?.id ?? '', section: 0, to: 'class' });
  for (const person of [member, observer, trainer])
    expect(await ask(person, path)).toEqual({ status: 200, body: study });
  await trainer.must({ feature: 'cases', type: 'show', caseId: study?.id ?? '', section: 0, to: 'groups' });
  expect(await ask(member, path), 'in the plenary').toEqual(notFound);
  expect(await ask(trainer, '/cases/no-such-case')).toEqual(notFound);
});

test('[WORK10] the form of a document comes over HTTP to those who may read it', async () => {
  const room = await classroom.server.parts.rooms.get(member.seat.sessionId);
  const form = room.state.worksheets.templates[0];
  await trainer.must({ feature: 'breakouts', type: 'prepare', by: 'enterprise' });
  const worksheetId = form?.id ?? '';
  await trainer.must({ feature: 'breakouts', type: 'open', minutes: null, worksheetId, brief: '' });
  await member.until(() => member.view?.worksheets.mine.length === 1, 'the document');
  const path = `/worksheets/${member.view?.worksheets.mine[0]?.id}/form`;
  for (const person of [member, trainer])
    expect(await ask(person, path)).toEqual({ status: 200, body: form });
  expect(await ask(observer, path)).toEqual(notFound);
  expect(await ask(trainer, '/worksheets/no-such-document/form')).toEqual(notFound);
});
