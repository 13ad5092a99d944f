import type { Kysely } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Joined, LinkInfo } from '#shared/http/join.ts';
import { erasePerson } from '../../server/src/erasePerson.ts';
import { openDatabase } from '../../server/src/persistence/database.ts';
import type { Database } from '../../server/src/persistence/schema.ts';
import { type Classroom, startClassroom, tokenOf } from '../helpers/classroom.ts';
import { dumpOf, filesWith } from '../helpers/dump.ts';
import { joinByLink, post, SocketPerson } from '../helpers/SocketPerson.ts';

const name = 'Quillon Zabriskie';
const sentence = 'the boiler hums in B flat';
const typed = 'grease the third roller';

let classroom: Classroom;
let database: Kysely<Database>;
let link: string;
let trainer: SocketPerson;
let goes: SocketPerson;
let rosterName: string;
let stays: SocketPerson;
beforeAll(async () => {
  classroom = await startClassroom();
  const { links, url } = classroom;
  database = openDatabase(classroom.databaseUrl, () => {});
  link = tokenOf(links.enterprises[0]?.link ?? '');
  trainer = await SocketPerson.join(url, tokenOf(links.trainers[0]?.link ?? ''));
  goes = await SocketPerson.join(url, link);
  rosterName = goes.seat.name;
  stays = await SocketPerson.join(url, link, { by: 'name', name: 'Orsolya Stays' });
});
afterAll(async () => {
  for (const person of [trainer, goes, stays]) person?.close();
  await database?.destroy();
  await classroom?.close();
});

const say = (who: SocketPerson, text: string) => who.must({ feature: 'chat', type: 'send', text });

async function rename(id: string, to: string): Promise<void> {
  const { sessionId, participantId, secret } = trainer.seat;
  const response = await fetch(`${classroom.url}/api/sessions/${sessionId}/people/${id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${participantId}.${secret}` },
    body: JSON.stringify({ name: to }),
  });
  expect(response.status).toBe(200);
}

/** Types into the group's Worksheet, and waits until it is saved. */
async function type(who: SocketPerson, text: string): Promise<void> {
  await who.until(() => who.view?.worksheets.mine.length === 1, 'the Worksheet');
  const [sheet] = who.view?.worksheets.mine ?? [];
  const docId = sheet?.id ?? '';
  const { state } = await classroom.server.parts.rooms.get(who.seat.sessionId);
  const form = state.worksheets.templates.find(({ id }) => id === sheet?.templateId);
  const doc = new Y.Doc();
  const stateVector = Buffer.from(Y.encodeStateVector(doc)).toString('base64');
  expect(await who.socket.emitWithAck('document', { type: 'open', docId, stateVector })).toMatchObject({
    ok: true,
  });
  doc.getText(form?.sections[0]?.fields[0]?.id ?? '').insert(0, text);
  const update = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
  expect(await who.socket.emitWithAck('document', { type: 'update', docId, update })).toMatchObject({
    ok: true,
  });
}

test('[ERASE4] neither the database nor a file holds the name or a word of an erased member', async () => {
  await trainer.must({ feature: 'session', type: 'start' });
  await rename(goes.id, name);
  await say(goes, sentence);
  await goes.must({ feature: 'help', type: 'call', kind: 'other', note: sentence });
  await say(stays, 'all quiet here');
  const pollId = trainer.view?.polls.planned?.find((poll) => !poll.anonymous)?.id ?? '';
  await trainer.must({ feature: 'polls', type: 'open', pollId });
  await goes.must({ feature: 'polls', type: 'vote', pollId, option: 0 });
  await trainer.must({ feature: 'breakouts', type: 'prepare', by: 'enterprise' });
  const worksheetId = trainer.view?.worksheets.staff?.templates[0]?.id ?? '';
  await trainer.must({ feature: 'breakouts', type: 'open', minutes: 10, worksheetId, brief: '' });
  await type(goes, typed);
  const before = await dumpOf(database);
  for (const text of [name, rosterName, sentence, `,${goes.id},"\\\\x`]) expect(before).toContain(text);

  await trainer.must({ feature: 'people', type: 'erase', participantId: goes.id });
  const after = await dumpOf(database);
  for (const text of [name, rosterName, sentence]) {
    expect(after).not.toContain(text);
    expect(await filesWith(classroom.dataDir, text)).toEqual([]);
  }
  for (const table of ['worksheet_updates', 'device_secrets', 'people', 'roster'])
    expect(after).not.toMatch(new RegExp(`^${table} .*${goes.id}`, 'm'));
  expect(after).toContain('all quiet here');
  // It is the group's as much as theirs.
  await type(stays, ' daily');
});

test('[ERASE4] with an erased screen go the names of those before it, with a person theirs before a screen', async () => {
  const { roster } = await post<LinkInfo>(classroom.url, '/api/links/open', { token: link });
  const [before] = roster.filter(({ taken }) => !taken);
  const screen = await SocketPerson.join(classroom.url, link, {
    by: 'screen',
    name: 'Meeting room of Quux',
    heads: 3,
    rosterIds: [before?.id ?? ''],
    names: ['Ferenc Typed'],
  });
  const person = await joinByLink(classroom.url, link, { by: 'roster', rosterId: before?.id ?? '' });
  const device = await SocketPerson.enter(classroom.url, person);
  await trainer.must({ feature: 'people', type: 'erase', participantId: person.participantId });
  const between = await dumpOf(database);
  // Another Enterprise's roster has a namesake, who stays.
  expect(between).not.toMatch(new RegExp(`^(people|screen_people) .*${before?.name}`, 'm'));
  expect(between).not.toMatch(new RegExp(`^roster .*demo-pine,${before?.name}`, 'm'));
  expect(between).toContain('Ferenc Typed');
  await trainer.must({ feature: 'people', type: 'erase', participantId: screen.id });
  const after = await dumpOf(database);
  for (const text of ['Ferenc Typed', 'Meeting room of Quux']) expect(after).not.toContain(text);
  device.close();
  screen.close();
});

test('[ERASE6] who was erased is out with every key, and may come again as somebody new', async () => {
  await goes.until(() => goes.ended !== null, 'the end');
  expect(goes.ended).toBe('removed');
  const old = new SocketPerson(classroom.url, goes.seat);
  const problem = await new Promise<string>((resolve) =>
    old.socket.once('connect_error', (error) => resolve(error.message)),
  );
  old.close();
  expect(problem).toBe('linkRevoked');
  const { sessionId, participantId, secret } = goes.seat;
  const asked = await fetch(`${classroom.url}/api/sessions/${sessionId}`, {
    headers: { authorization: `Bearer ${participantId}.${secret}` },
  });
  expect(asked.status).toBe(401);

  const { roster } = await post<LinkInfo>(classroom.url, '/api/links/open', { token: link });
  expect(roster.map((entry) => entry.name)).not.toContain(rosterName);
  const again: Joined = await joinByLink(classroom.url, link, { by: 'name', name });
  expect(again.participantId).not.toBe(goes.id);
  const back = await SocketPerson.enter(classroom.url, again);
  expect(back.view?.chat?.messages.map(({ from }) => from)).not.toContain(goes.id);
  back.close();
});

test('[ERASE8] after the class, whoever runs the server erases a person by name or id', async () => {
  const { databaseUrl, dataDir, server } = classroom;
  const config = { databaseUrl, dataDir };
  const quiet = pino({ level: 'fatal' });
  const { sessionId } = stays.seat;
  const doorstep = await joinByLink(classroom.url, link, { by: 'name', name: 'Only Knocked' });
  await trainer.must({ feature: 'session', type: 'close' });
  await server.close();

  await expect(erasePerson(config, sessionId, 'No Such Name', quiet)).rejects.toThrow('Nobody called');
  await expect(erasePerson(config, 'no-session', 'Only Knocked', quiet)).rejects.toThrow('Nobody has ever');
  await expect(erasePerson(config, sessionId, trainer.id, quiet)).rejects.toThrow('of the staff');
  expect(await erasePerson(config, sessionId, 'Orsolya Stays', quiet)).toMatchObject({ id: stays.id });
  await erasePerson(config, sessionId, doorstep.participantId, quiet);
  const after = await dumpOf(database);
  for (const text of ['Orsolya Stays', 'all quiet here', 'Only Knocked']) expect(after).not.toContain(text);
  // Who has come again under the same name is somebody else.
  expect(after).toContain(name);
  await expect(erasePerson(config, sessionId, stays.id, quiet)).rejects.toThrow('Nobody called');
});
