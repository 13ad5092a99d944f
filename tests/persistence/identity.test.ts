import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../server/src/persistence/database.ts';
import { Identity } from '../../server/src/persistence/identity.ts';
import type { Database } from '../../server/src/persistence/schema.ts';
import { Sessions } from '../../server/src/persistence/sessions.ts';
import { useDatabase } from '../helpers/database.ts';

const database = useDatabase();
let db: Kysely<Database>;
let identity: Identity;
let sessions: Sessions;

beforeEach(async () => {
  db = openDatabase(database.url, (error) => {
    throw error;
  });
  identity = new Identity(db, () => 1000);
  sessions = new Sessions(db);
});

afterEach(() => db.destroy());

const session = {
  id: 'session-1',
  title: { zh: '有效的会议', en: 'Effective meetings' },
  startsAt: 1_584_493_200_000,
  minutes: 90,
  timeZone: 'Asia/Shanghai',
  enterprises: [
    { id: 'enterprise-2', name: { zh: '乙', en: 'B' } },
    { id: 'enterprise-1', name: { zh: '甲', en: 'A' } },
  ],
};

const member = (id: string, name: string) =>
  ({ id, name, enterprise_id: 'enterprise-1', kind: 'worker', duty: 'none' }) as const;

const person = (name: string, rosterId: string | null = null) =>
  ({ sessionId: 'session-1', enterpriseId: 'enterprise-1', rosterId, name, role: 'member' }) as const;

test('a Session comes back with its Enterprises in the order given', async () => {
  expect(await sessions.isEmpty()).toBe(true);
  await sessions.create(session, []);
  expect(await sessions.isEmpty()).toBe(false);
  expect(await sessions.get('session-1')).toEqual(session);
  expect(await sessions.get('session-2')).toBeNull();
});

test('a Session whose roster is wrong is not made at all', async () => {
  const wrong = { ...member('r-1', 'Li'), duty: 'king' };
  await expect(sessions.create(session, [wrong])).rejects.toThrow(/roster_duty_check/);
  expect(await sessions.isEmpty()).toBe(true);
  expect(await db.selectFrom('enterprises').selectAll().execute()).toEqual([]);
});

test('two people who pick one name of the roster at once: one gets it', async () => {
  await sessions.create(session, [member('r-2', 'Wang'), member('r-1', 'Li')]);
  const picks = await Promise.all([1, 2, 3, 4].map(() => identity.addPerson(person('Li', 'r-1'))));
  const winners = picks.filter((pick) => pick !== null);
  expect(winners).toHaveLength(1);
  expect(await identity.personOfRoster('r-1')).toEqual(winners[0]);
  expect(await identity.roster('session-1', 'enterprise-1')).toEqual([
    { id: 'r-2', name: 'Wang', duty: 'none', taken: false },
    { id: 'r-1', name: 'Li', duty: 'none', taken: true },
  ]);
});

test('namesakes who type their name stay two people, and names can change', async () => {
  await sessions.create(session, []);
  const [a, b] = [await identity.addPerson(person('Li')), await identity.addPerson(person('Li'))];
  await identity.rename(b!.id, 'Li Na');
  expect(new Map(await identity.names('session-1'))).toEqual(
    new Map([
      [a!.id, 'Li'],
      [b!.id, 'Li Na'],
    ]),
  );
});

test('links and devices are found by their secrets, which are nowhere in the database', async () => {
  await sessions.create(session, []);
  const link = {
    sessionId: 'session-1',
    kind: 'enterprise',
    enterpriseId: 'enterprise-1',
    participantId: null,
    personName: null,
    expiresAt: 2000,
  } as const;
  const token = await identity.makeLink(link);
  const li = await identity.addPerson(person('Li'));
  const secret = await identity.issueSecret(li!.id);
  expect(await identity.link(token)).toEqual({ ...link, revokedAt: null });
  expect(await identity.link(`${token}x`)).toBeNull();
  expect(await identity.personWithSecret(li!.id, secret)).toEqual(li);
  expect(await identity.personWithSecret('somebody-else', secret)).toBeNull();

  const stored = await sql`SELECT row_to_json(links)::text AS row FROM links
    UNION ALL SELECT row_to_json(device_secrets)::text FROM device_secrets`.execute(db);
  const text = JSON.stringify(stored.rows);
  expect(text).toContain('enterprise-1');
  for (const hidden of [token, secret]) expect(text).not.toContain(hidden);

  await db.updateTable('device_secrets').set({ revoked_at: 1500 }).execute();
  expect(await identity.personWithSecret(li!.id, secret)).toBeNull();
});
