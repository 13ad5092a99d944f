import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../server/src/config.ts';
import { buildApp } from '../../server/src/http/app.ts';
import { serveClient } from '../../server/src/http/client.ts';
import { healthRoutes } from '../../server/src/http/health.ts';
import { enterprises, School } from '../sockets/School.ts';

let school: School;
let temporary: string;
let app: FastifyInstance;
beforeAll(async () => {
  school = await School.open();
  temporary = await mkdtemp(join(tmpdir(), 'score-web-'));
  // The client may lie anywhere.
  const folder = join(temporary, 'assets');
  const dist = join(folder, 'dist');
  await mkdir(join(dist, 'assets'), { recursive: true });
  await writeFile(join(dist, 'index.html'), page);
  await writeFile(join(dist, 'assets', 'app-1a2b.js'), 'export {};');
  await writeFile(join(dist, '.hidden'), 'SECRET');
  await writeFile(join(folder, 'secret.txt'), 'SECRET');
  await writeFile(join(folder, 'dist-secret.txt'), 'SECRET');
  app = await buildApp(readConfig({}), pino({ level: 'silent' }));
  await serveClient(app, dist);
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app.close();
  await school.close();
  await rm(temporary, { recursive: true, force: true });
});

const page = '<!doctype html><title>the page</title>';

/** Asks for a path to the letter; fetch would tidy it up first. */
async function get(
  path: string,
  method = 'GET',
): Promise<{ status: number; text: string; headers: IncomingMessage['headers'] }> {
  const { port } = app.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, method }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text, headers: response.headers }),
      );
    })
      .on('error', reject)
      .end();
  });
}

const outside = ['secret.txt', 'dist-secret.txt', '../etc/passwd', 'dist/.hidden'].flatMap((file) => [
  `/../${file}`,
  `/assets/../../${file}`,
  `/assets/..%2f..%2f${file}`,
  `/%2e%2e/${file}`,
  `/assets/%2e%2e/%2e%2e/${file}`,
  `/..%5c${file}`,
  `/assets/..\\..\\${file}`,
  `/%252e%252e/${file}`,
  `//${file}`,
  `/assets/%00/../../${file}`,
]);

test.each(outside)('[WEB1] nothing outside the client’s folder is served: %s', async (path) => {
  const { status, text } = await get(path);
  // What is no file at all may be an address of the client's own, which its one page answers.
  if (status === 200) expect(text).toBe(page);
  else expect([403, 404]).toContain(status);
});

test('[WEB1] what is no page is not found, rather than answered with the page', async () => {
  for (const path of ['/api/nothing', '/assets/nothing.js', '/socket.io/nothing'])
    expect(await get(path)).toMatchObject({ status: 404, text: '{"error":"notFound"}' });
  expect(await get('/j/some-link', 'POST')).toMatchObject({ status: 404 });
  expect(await get('/j/some-link')).toMatchObject({ status: 200, text: page });
});

test('browsers keep hashed files for good, and ask for the page each time, wherever the client lies', async () => {
  for (const path of ['/', '/index.html', '/j/some-link'])
    expect((await get(path)).headers['cache-control']).toBe('no-cache');
  expect((await get('/assets/app-1a2b.js')).headers['cache-control']).toContain('immutable');
});

test.each(['/', '/assets/app-1a2b.js', '/j/some-link', '/api/nothing'])(
  '[WEB2] every answer carries the headers that keep a page to itself: %s',
  async (path) => {
    const { headers } = await get(path);
    const policy = headers['content-security-policy'];
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
    // Scripts fall back to the default: this site's own files and nothing inline.
    expect(policy).not.toContain('script-src');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  },
);

test('[WEB2] the key in a cookie is out of reach of scripts and of other sites', async () => {
  const { identity, sessions } = school.parts;
  const { sessionId } = await school.newClass();
  expect(await sessions.get(sessionId)).not.toBeNull();
  const link = { sessionId, kind: 'enterprise' as const, enterpriseId: enterprises[0], participantId: null };
  const token = await identity.makeLink({ ...link, personName: null, expiresAt: null });
  const response = await fetch(`${school.url}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, who: { by: 'name', name: 'Somebody' } }),
  });
  expect(response.status).toBe(200);
  const cookie = response.headers.get('set-cookie');
  for (const part of ['HttpOnly', 'SameSite=Strict', `Path=/api/sessions/${sessionId}`])
    expect(cookie).toContain(part);
});

test('half a request doesn’t keep its connection for good', () => {
  expect(app.server.headersTimeout).toBeGreaterThan(0);
  expect(app.server.requestTimeout).toBeGreaterThan(0);
});

test('[START4] `/healthz` never answers that it is asked too often: a flood from its own address is not its end', async () => {
  const watched = await buildApp(readConfig({}), pino({ level: 'silent' }));
  healthRoutes(watched, { database: async () => true, mediaWorkers: () => 1, blobs: async () => true });
  const limit = async (url: string) => (await watched.inject(url)).headers['x-ratelimit-limit'];
  expect(await limit('/readyz')).toBeDefined();
  expect(await limit('/healthz')).toBeUndefined();
  await watched.close();
});
