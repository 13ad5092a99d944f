import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Join, Joined, LinkInfo } from '#shared/http/join.ts';
import { demoLinks } from '../../server/src/demo/seedDemo.ts';
import { openDatabase } from '../../server/src/persistence/database.ts';
import { type Classroom, startClassroom, tokenOf } from '../helpers/classroom.ts';
import { joinByLink, post, SocketPerson } from '../helpers/SocketPerson.ts';

let classroom: Classroom;
beforeAll(async () => {
  classroom = await startClassroom();
});
afterAll(() => classroom.close());

const enterprise = (index: number) => tokenOf(classroom.links.enterprises[index]?.link ?? '');
const trainer = (index = 0) => tokenOf(classroom.links.trainers[index]?.link ?? '');

test('[JOIN1] a link says which class and enterprise it opens, and nothing to a wrong one', async () => {
  const info = await post<LinkInfo>(classroom.url, '/api/links/open', { token: enterprise(0) });
  expect(info).toMatchObject({ kind: 'enterprise', enterprise: { id: 'demo-pine' }, person: null });
  expect(info.roster).toHaveLength(11);
  await expect(
    post(classroom.url, '/api/links/open', { token: 'nonsense-nonsense-nonsense' }),
  ).rejects.toThrow('404 linkUnknown');
  await expect(post(classroom.url, '/api/links/open', { token: 'x' })).rejects.toThrow('400 badRequest');
});

test('[JOIN1] a link that has expired, or was revoked, opens nothing and lets nobody in', async () => {
  const { url, databaseUrl } = classroom;
  const database = openDatabase(databaseUrl, () => {});
  const token = enterprise(9);
  const { enterprise: itself } = await post<LinkInfo>(url, '/api/links/open', { token });
  const links = database.updateTable('links').where('enterprise_id', '=', itself?.id ?? '');
  try {
    for (const [change, problem] of [
      [{ expires_at: Date.now() - 1, revoked_at: null }, '410 linkExpired'],
      [{ expires_at: null, revoked_at: Date.now() }, '410 linkRevoked'],
    ] as const) {
      await links.set(change).execute();
      await expect(post(url, '/api/links/open', { token })).rejects.toThrow(problem);
      const join = post(url, '/api/join', { token, who: { by: 'name', name: 'Late' } });
      await expect(join).rejects.toThrow(problem);
    }
  } finally {
    await database.destroy();
  }
});

test('[JOIN2] nobody takes another’s place by picking their name', async () => {
  const first = await joinByLink(classroom.url, enterprise(1));
  const info = await post<LinkInfo>(classroom.url, '/api/links/open', { token: enterprise(1) });
  const entry = info.roster.find(({ name }) => name === first.name);
  expect(entry?.taken).toBe(true);
  const again = joinByLink(classroom.url, enterprise(1), { by: 'roster', rosterId: entry?.id ?? '' });
  await expect(again).rejects.toThrow('409 nameTaken');
});

test('[JOIN3] two phones that pick a name at the same moment: one gets it', async () => {
  const info = await post<LinkInfo>(classroom.url, '/api/links/open', { token: enterprise(2) });
  const rosterId = info.roster[0]?.id ?? '';
  const both = await Promise.allSettled(
    [1, 2].map(() => joinByLink(classroom.url, enterprise(2), { by: 'roster', rosterId })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('[JOIN4] a code from the first device lets one more device be the same person, once', async () => {
  const first = await joinByLink(classroom.url, enterprise(3));
  const info = await post<LinkInfo>(classroom.url, '/api/links/open', { token: enterprise(3) });
  const rosterId = info.roster.find(({ name }) => name === first.name)?.id ?? '';
  const { code } = await post<{ code: string }>(
    classroom.url,
    `/api/sessions/${first.sessionId}/device-code`,
    {},
    { authorization: `Bearer ${first.participantId}.${first.secret}` },
  );
  const wrong = code === '000000' ? '000001' : '000000';
  const by = (given: string) =>
    joinByLink(classroom.url, enterprise(3), { by: 'code', rosterId, code: given });
  await expect(by(wrong)).rejects.toThrow('403 codeWrong');
  const second = await by(code);
  expect(second.participantId).toBe(first.participantId);
  expect(second.secret).not.toBe(first.secret);
  await expect(by(code)).rejects.toThrow('403 codeWrong');
});

test('[JOIN5] staff let a second device in with one tap, or keep it out', async () => {
  const staff = await SocketPerson.join(classroom.url, trainer());
  const member = await SocketPerson.join(classroom.url, enterprise(4));
  const info = await post<LinkInfo>(classroom.url, '/api/links/open', { token: enterprise(4) });
  const rosterId = info.roster.find(({ name }) => name === member.seat.name)?.id ?? '';
  for (const allow of [false, true]) {
    const { askId } = await post<{ askId: string }>(classroom.url, '/api/join/ask', {
      token: enterprise(4),
      rosterId,
    });
    const enter = () => joinByLink(classroom.url, enterprise(4), { by: 'ask', askId });
    await expect(enter()).rejects.toThrow('409 waiting');
    await staff.until(() => staff.view?.people.asks?.some((ask) => ask.askId === askId) ?? false, 'the ask');
    await staff.must({ feature: 'people', type: 'answerDevice', askId, allow });
    if (allow) expect((await enter()).participantId).toBe(member.id);
    else await expect(enter()).rejects.toThrow('403 denied');
  }
  staff.close();
  member.close();
});

test('[JOIN5] staff are asked for one name a few times, not without end', async () => {
  const token = enterprise(7);
  const first = await joinByLink(classroom.url, token);
  const { roster } = await post<LinkInfo>(classroom.url, '/api/links/open', { token });
  const rosterId = roster.find(({ name }) => name === first.name)?.id ?? '';
  const ask = () => post(classroom.url, '/api/join/ask', { token, rosterId }).then(() => 'asked', String);
  const answers: string[] = [];
  for (let n = 0; n < 10; n++) answers.push(await ask());
  expect(answers.slice(0, 5)).toEqual(Array(5).fill('asked'));
  expect(answers).toContain('Error: 429 tooMany');
});

test('[JOIN5] staff are asked also when the first device never came into the class', async () => {
  const staff = await SocketPerson.join(classroom.url, trainer());
  const token = enterprise(8);
  const first = await joinByLink(classroom.url, token);
  const { roster } = await post<LinkInfo>(classroom.url, '/api/links/open', { token });
  const rosterIdOf = (wanted: boolean) => roster.find(({ taken }) => taken === wanted)?.id ?? '';
  const ask = (rosterId: string) =>
    post<{ askId: string }>(classroom.url, '/api/join/ask', { token, rosterId });
  const { askId } = await ask(rosterIdOf(true));
  await staff.until(() => staff.names[first.participantId] === first.name, 'whose name it is');
  await staff.must({ feature: 'people', type: 'answerDevice', askId, allow: true });
  const second = await joinByLink(classroom.url, token, { by: 'ask', askId });
  expect(second.participantId).toBe(first.participantId);
  await expect(ask(rosterIdOf(false)), 'nobody has that name').rejects.toThrow('400 badRequest');
  staff.close();
});

test('[JOIN6] a typed name joins, and namesakes stay two people', async () => {
  const who = { by: 'name', name: '  王小明 ' } as const;
  const [one, two] = [
    await joinByLink(classroom.url, enterprise(5), who),
    await joinByLink(classroom.url, enterprise(5), who),
  ];
  expect(one.name).toBe('王小明');
  expect(one.participantId).not.toBe(two.participantId);
});

test('[JOIN7] a trainer’s link is the same trainer on every device', async () => {
  const [laptop, phone] = [
    await joinByLink(classroom.url, trainer(1)),
    await joinByLink(classroom.url, trainer(1)),
  ];
  expect(laptop).toMatchObject({ role: 'trainer', participantId: phone.participantId });
});

test('[JOIN14] several people join as one screen, and take nobody’s own place', async () => {
  const token = enterprise(6);
  const { roster } = await post<LinkInfo>(classroom.url, '/api/links/open', { token });
  const [first, second] = roster.map(({ id }) => id);
  const asked: Join['who'] = {
    by: 'screen',
    name: '会议室',
    heads: 6,
    rosterIds: [second ?? ''],
    names: [' 王小明 '],
  };
  const seat = await joinByLink(classroom.url, token, asked);
  expect(seat).toMatchObject({ name: '会议室', role: 'member' });
  const screen = await SocketPerson.enter(classroom.url, seat);
  const staff = await SocketPerson.join(classroom.url, trainer());
  expect(screen.view?.people.me.heads).toBe(6);
  expect(staff.view?.people.everyone?.[screen.id]?.heads).toBe(6);
  // Who came for an earlier test may be leaving still.
  await expect.poll(() => staff.view?.people.counts).toMatchObject({ members: 1, people: 6 });

  const namesFor = (asker: Joined) =>
    fetch(`${classroom.url}/api/sessions/${seat.sessionId}/people/${seat.participantId}/names`, {
      headers: { authorization: `Bearer ${asker.participantId}.${asker.secret}` },
    });
  expect(await (await namesFor(staff.seat)).json()).toEqual({ names: [roster[1]?.name, '王小明'] });
  expect((await namesFor(seat)).status, 'for staff only').toBe(403);

  const after = await post<LinkInfo>(classroom.url, '/api/links/open', { token });
  expect(after.roster.map(({ taken }) => taken)).not.toContain(true);
  await joinByLink(classroom.url, token, { by: 'roster', rosterId: second ?? '' });
  for (const wrong of [
    { heads: 0 },
    { heads: 61 },
    { heads: 1 },
    { rosterIds: ['demo-pine-member-1'] },
    { rosterIds: [first ?? '', first ?? ''] },
  ])
    await expect(joinByLink(classroom.url, token, { ...asked, ...wrong })).rejects.toThrow('400 badRequest');
  screen.close();
  staff.close();
});

test('[PEOPLE15] staff give somebody another name, which all who may know it hear, and which lasts', async () => {
  const [staff, member, mate, observer] = [
    await SocketPerson.join(classroom.url, trainer()),
    await SocketPerson.join(classroom.url, enterprise(7)),
    await SocketPerson.join(classroom.url, enterprise(7)),
    await SocketPerson.join(classroom.url, tokenOf(classroom.links.observer.link)),
  ];
  await staff.must({ feature: 'session', type: 'start' });
  const rename = (asker: SocketPerson) =>
    fetch(`${classroom.url}/api/sessions/${member.seat.sessionId}/people/${member.id}`, {
      method: 'PATCH',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${asker.id}.${asker.seat.secret}`,
      },
      body: JSON.stringify({ name: '罗师傅' }),
    });
  expect((await rename(mate)).status).toBe(403);
  expect((await rename(staff)).status).toBe(200);
  for (const person of [staff, member, mate])
    await person.until(() => person.names[member.id] === '罗师傅', 'the new name');
  const again = await SocketPerson.enter(classroom.url, member.seat);
  expect(again.names[member.id]).toBe('罗师傅');
  expect(observer.heard).not.toContain('罗师傅');
  for (const person of [staff, member, mate, observer, again]) person.close();
});

test.each([
  ['\0', null],
  ['\u200b', null],
  ['\u202e\u2066', null],
  ['\ud800', null],
  ['NUL \0 and a bell \u0007', 'NUL and a bell'],
  ['two\nlines', 'two lines'],
  ['turned \u202eround', 'turned round'],
  ['half \ud83d a face', 'half a face'],
  ['  王小芳 👩‍🏭 ', '王小芳 👩‍🏭'],
])('[JOIN6] a typed name holds nothing that isn’t seen: %j', async (name, kept) => {
  const joined = joinByLink(classroom.url, enterprise(8), { by: 'name', name });
  if (kept === null) await expect(joined).rejects.toThrow('400 badRequest');
  else expect((await joined).name).toBe(kept);
});

test.each([
  ['is cut off', () => '{"baseUrl": "http'],
  ['lacks something', () => '{"baseUrl":"","session":{"id":"","title":""}}'],
  [
    'is of another database',
    () => JSON.stringify(classroom.links).replace(/\/j\/[\w-]+/g, `/j/${'x'.repeat(32)}`),
  ],
])(
  '[START2] where the file of the links %s, a start makes new ones that open the class',
  async (_how, text) => {
    const { dataDir, url, server } = classroom;
    await writeFile(join(dataDir, 'demo-links.json'), text());
    const made = await demoLinks(dataDir, url, server.parts);
    const link = made?.enterprises[0]?.link ?? '';
    expect(await post<LinkInfo>(url, '/api/links/open', { token: tokenOf(link) })).toMatchObject({
      enterprise: { id: 'demo-pine' },
    });
    const written = await stat(join(dataDir, 'demo-links.json'));
    expect(await demoLinks(dataDir, url, server.parts)).toEqual(made);
    // Nothing is written that is there, which a full disk would not take.
    expect((await stat(join(dataDir, 'demo-links.json'))).ino).toBe(written.ino);
    // Those that people have been given go on working.
    await post<LinkInfo>(url, '/api/links/open', { token: enterprise(0) });
  },
);

test('[JOIN6] names are typed in a class of any size, but not without end', async () => {
  const token = enterprise(5);
  const database = openDatabase(classroom.databaseUrl, () => {});
  const { session, enterprise: itself } = await post<LinkInfo>(classroom.url, '/api/links/open', { token });
  const place = { session_id: session.id, enterprise_id: itself?.id ?? '' };
  const someone = (id: string) => ({ ...place, id, name: id, role: 'member', created_at: 0, heads: null });
  const ids = Array.from({ length: 500 }, (_, index) => `someone-${index}`);
  const typed = { by: 'name', name: 'One more' } as const;
  try {
    await database
      .insertInto('roster')
      .values(ids.map((id) => ({ ...place, id, name: id, kind: 'worker', duty: 'none' })))
      .execute();
    await database
      .insertInto('people')
      .values(ids.map((id) => ({ ...someone(`listed-${id}`), roster_id: id })))
      .execute();
    expect((await joinByLink(classroom.url, token, typed)).name).toBe('One more');
    await database
      .insertInto('people')
      .values(ids.map((id) => ({ ...someone(`typed-${id}`), roster_id: null })))
      .execute();
    await expect(joinByLink(classroom.url, token, typed)).rejects.toThrow('429 tooMany');
  } finally {
    await database.destroy();
  }
});

test('[JOIN1] the link of a class that is over says so, and lets nobody in', async () => {
  const { roster } = await post<LinkInfo>(classroom.url, '/api/links/open', { token: enterprise(0) });
  const rosterId = roster.find(({ taken }) => !taken)?.id ?? '';
  await joinByLink(classroom.url, enterprise(0), { by: 'roster', rosterId });
  const staff = await SocketPerson.join(classroom.url, trainer());
  if (staff.view?.session.phase !== 'live') await staff.must({ feature: 'session', type: 'start' });
  await staff.must({ feature: 'session', type: 'close' });
  for (const token of [enterprise(0), trainer()])
    await expect(post(classroom.url, '/api/links/open', { token })).rejects.toThrow('410 classOver');
  const late = { token: enterprise(0), who: { by: 'name', name: 'Late' } };
  await expect(post(classroom.url, '/api/join', late)).rejects.toThrow('410 classOver');
  // Nor are staff asked for a name that is taken.
  const asked = post(classroom.url, '/api/join/ask', { token: enterprise(0), rosterId });
  await expect(asked).rejects.toThrow('410 classOver');
  staff.close();
});
