import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Joined } from '#shared/http/join.ts';
import { cookieName, type RoutePermission } from '../../server/src/http/seats.ts';
import { School } from '../sockets/School.ts';

/** Every route of the running server, as it was added. */
const routes: RouteOptions[] = vi.hoisted(() => []);
vi.mock('../../server/src/http/app.ts', async (original) => {
  const real = await original<typeof import('../../server/src/http/app.ts')>();
  return {
    ...real,
    buildApp: async (...parts: Parameters<typeof real.buildApp>): Promise<FastifyInstance> => {
      const app = await real.buildApp(...parts);
      app.addHook('onRoute', (route) => {
        routes.push(route);
      });
      return app;
    },
  };
});

let school: School;
let own: Record<'trainer' | 'member' | 'observer', Joined>;
let stranger: Joined;
beforeAll(async () => {
  school = await School.open();
  const schoolClass = await school.newClass();
  own = {
    trainer: await schoolClass.seat('trainer'),
    member: await schoolClass.seat('member'),
    observer: await schoolClass.seat('observer'),
  };
  stranger = await (await school.newClass()).seat('trainer');
});
afterAll(() => school.close());

/** What anybody may ask who has no seat yet. */
const openToAnyone = [
  'GET /healthz',
  'GET /readyz',
  'POST /api/links/open',
  'POST /api/join',
  'POST /api/join/ask',
];

type Route = { method: string; url: string; permission: RoutePermission | undefined };
const all = (): Route[] =>
  routes.flatMap(({ method, url, config }) =>
    [method].flat().map((one) => ({ method: one, url, permission: config?.permission })),
  );
const isApi = ({ url }: Route) => url.startsWith('/api/') || url.endsWith('z');
const withPermission = (...permissions: RoutePermission[]): Route[] =>
  all().filter(({ permission }) => permission !== undefined && permissions.includes(permission));

/** The path with this Session, and something plausible in all other places. */
const pathOf = ({ url }: Route, sessionId: string): string =>
  url
    .replace(':sessionId', sessionId)
    .replace(':page', '0')
    .replace(':width', '800')
    .replace(/:[A-Za-z]+/g, 'some-thing-here');

async function ask(route: Route, sessionId: string, headers: Record<string, string> = {}): Promise<number> {
  const hasBody = ['POST', 'PUT', 'PATCH'].includes(route.method);
  const response = await fetch(`${school.url}${pathOf(route, sessionId)}`, {
    method: route.method,
    headers: { ...headers, ...(hasBody ? { 'content-type': 'application/json' } : {}) },
    ...(hasBody ? { body: '{}' } : {}),
  });
  await response.arrayBuffer();
  return response.status;
}

const bearer = ({ participantId, secret }: Joined) => ({
  authorization: `Bearer ${participantId}.${secret}`,
});
const cookie = ({ participantId, secret }: Joined) => ({ cookie: `${cookieName(participantId)}=${secret}` });

/** What each route answers to these headers, by its name, so that a failing test names it. */
async function answers(asked: Route[], headers?: Record<string, string>): Promise<Record<string, number>> {
  const statuses = asked.map(async (route) => [
    `${route.method} ${route.url}`,
    await ask(route, own.member.sessionId, headers),
  ]);
  return Object.fromEntries(await Promise.all(statuses));
}
const allOf = (asked: Route[], status: number) =>
  Object.fromEntries(asked.map(({ method, url }) => [`${method} ${url}`, status]));

describe('routes', () => {
  test('[ROUTE1] every route of the API says who may ask it, and few are for anyone', () => {
    const api = all().filter(isApi);
    expect(api.length).toBeGreaterThan(10);
    expect(api.filter(({ permission }) => !permission)).toEqual([]);
    const anyone = withPermission('anyone')
      .map(({ method, url }) => `${method} ${url}`)
      .filter((route) => !route.startsWith('HEAD '));
    expect(anyone.sort()).toEqual([...openToAnyone].sort());
  });

  test('[PROTO2] docs/protocol.md lists every route, and who may ask it', async () => {
    const text = await readFile(join(import.meta.dirname, '../../docs/protocol.md'), 'utf8');
    const written = [...text.matchAll(/^\| `([A-Z]+ \/\S+)` \| (\w+) \|/gm)].map(
      ([, route, who]) => `${route} ${who}`,
    );
    const real = all()
      .filter((route) => isApi(route) && route.method !== 'HEAD')
      .map(({ method, url, permission }) => `${method} ${url} ${permission}`);
    expect(written.sort()).toEqual(real.sort());
  });

  test('[ROUTE1] without a seat every other route refuses', async () => {
    const closed = withPermission('seat', 'staff');
    expect(await answers(closed)).toEqual(allOf(closed, 401));
    const wrong = { authorization: `Bearer ${own.trainer.participantId}.${'x'.repeat(32)}` };
    expect(await answers(closed, wrong)).toEqual(allOf(closed, 401));
    expect(await answers(closed, { authorization: 'Basic dHJhaW5lcjo=' })).toEqual(allOf(closed, 401));
  });

  test('[ROUTE2] a seat of another Session is none here, even a trainer’s', async () => {
    const closed = withPermission('seat', 'staff');
    expect(await answers(closed, bearer(stranger))).toEqual(allOf(closed, 401));
    expect(await answers(closed, cookie(stranger))).toEqual(allOf(closed, 401));
  });

  test('[ROUTE3] what is for staff is refused to members and Observers', async () => {
    const staff = withPermission('staff');
    expect(staff.length).toBeGreaterThan(2);
    expect(await answers(staff, bearer(own.member))).toEqual(allOf(staff, 403));
    expect(await answers(staff, bearer(own.observer))).toEqual(allOf(staff, 403));
    for (const status of Object.values(await answers(staff, bearer(own.trainer))))
      expect([200, 400, 404, 406]).toContain(status);
  });

  test('[ROUTE4] a cookie, which the browser sends by itself, can only read', async () => {
    const closed = withPermission('seat', 'staff');
    const reads = closed.filter(({ method }) => method === 'GET');
    const changes = closed.filter(({ method }) => !['GET', 'HEAD'].includes(method));
    expect(changes.length).toBeGreaterThan(2);
    expect(await answers(changes, cookie(own.trainer))).toEqual(allOf(changes, 401));
    for (const status of Object.values(await answers(reads, cookie(own.trainer))))
      expect([200, 400, 404]).toContain(status);
    // Nor does it help to say that another page asks.
    const fromElsewhere = { ...cookie(own.trainer), origin: 'https://elsewhere.example' };
    expect(await answers(changes, fromElsewhere)).toEqual(allOf(changes, 401));
  });

  test('[ROUTE5] whoever was removed has no seat any more', async () => {
    const schoolClass = await school.newClass();
    const trainer = await schoolClass.enter('trainer');
    const member = await schoolClass.enter('member');
    const info: Route = { method: 'GET', url: '/api/sessions/:sessionId', permission: 'seat' };
    expect(await ask(info, schoolClass.sessionId, bearer(member.seat))).toBe(200);
    await trainer.must({ feature: 'people', type: 'remove', participantId: member.id });
    expect(await ask(info, schoolClass.sessionId, bearer(member.seat))).toBe(403);
    schoolClass.close();
  });

  test('[ROUTE5] others who joined in the same browser keep their seats, however many they are', async () => {
    const schoolClass = await school.newClass();
    const trainer = await schoolClass.enter('trainer');
    const removed = await schoolClass.enter('member');
    const other = await schoolClass.seat('member');
    await trainer.must({ feature: 'people', type: 'remove', participantId: removed.id });
    const info: Route = { method: 'GET', url: '/api/sessions/:sessionId', permission: 'seat' };
    const asks = (route: Route, ...people: Joined[]) =>
      ask(route, schoolClass.sessionId, { cookie: people.map((one) => cookie(one).cookie).join('; ') });
    expect(await asks(info, removed.seat)).toBe(403);
    expect(await asks(info, removed.seat, other)).toBe(200);

    const names: Route = {
      method: 'GET',
      url: '/api/sessions/:sessionId/people/:participantId/names',
      permission: 'staff',
    };
    const members = await Promise.all(Array.from({ length: 10 }, () => schoolClass.seat('member')));
    expect(await asks(names, ...members)).toBe(403);
    expect(await asks(names, ...members, trainer.seat)).toBe(404);
    schoolClass.close();
  });
});
