import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tokenOf } from '../helpers/classroom.ts';
import { ProductProcess } from '../helpers/ProductProcess.ts';
import { SocketPerson } from '../helpers/SocketPerson.ts';

const main = join(import.meta.dirname, '../../server/src/main.ts');

/** One server, as one story: each test goes on where the last one ended. */
let product: ProductProcess;
beforeAll(async () => {
  product = await ProductProcess.begin({ PUBLIC_URL: 'http://class.example.org' });
});
afterAll(() => product?.end());

test('[START1] the links are printed and kept, and a bare HTTP address is warned of', async () => {
  const links = await product.links();
  const link = expect.stringMatching(/^http:\/\/class\.example\.org\/j\/[\w-]{32}$/);
  const named = { name: expect.any(String), link };
  expect(links).toEqual({
    baseUrl: 'http://class.example.org',
    session: { id: 'demo-session', title: expect.any(String) },
    trainers: Array(3).fill(named),
    enterprises: Array(10).fill(named),
    observer: { link },
  });
  const { mode } = await stat(join(product.folder, 'data', 'demo-links.json'));
  expect(mode & 0o777).toBe(0o600);

  await expect
    .poll(() => product.said)
    .toMatch(
      /Warning: browsers give no microphone and no camera to http:\/\/class\.example\.org\. Give TLS_CERT and TLS_KEY, or put a reverse proxy with HTTPS in front/,
    );
  for (const { link: printed } of [...links.trainers, ...links.enterprises, links.observer])
    await expect.poll(() => product.said).toContain(printed);
});

test('others may pass through a data folder that the start has made, but not look', async () => {
  const { mode } = await stat(join(product.folder, 'data'));
  expect(mode & 0o777).toBe(0o711);
});

test('[START2] SIGTERM and Ctrl-C stop it cleanly, and the next start goes on with the live class', async () => {
  const links = await product.links();
  const trainer = await SocketPerson.join(product.url, tokenOf(links.trainers[0]?.link ?? ''));
  const member = await SocketPerson.join(product.url, tokenOf(links.enterprises[0]?.link ?? ''));
  await trainer.must({ feature: 'session', type: 'start' });
  await trainer.must({ feature: 'chat', type: 'send', text: 'Before the stop' });

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    expect(await product.kill(signal), signal).toBe(0);
    for (const person of [trainer, member]) person.view = null;
    await product.start();
    expect(await product.links()).toEqual(links);
    await member.until(() => member.view !== null, 'the class after the stop');
    expect(member.view?.session.phase).toBe('live');
    expect(member.view?.people.me).toMatchObject({ id: member.id, space: 'plenary' });
    expect(member.view?.chat?.messages.map(({ text }) => text)).toEqual(['Before the stop']);
  }
  for (const person of [trainer, member]) person.close();
});

test('[START3] a misspelt setting and a port that is taken are each one sentence', async () => {
  const failed = async (environment: Record<string, string>): Promise<string> => {
    const starting = promisify(execFile)(process.execPath, [main], {
      env: { ...process.env, ...environment },
    });
    const { code, stderr } = await starting.then(
      () => ({ code: 0, stderr: '' }),
      (error: { code: number; stderr: string }) => error,
    );
    expect(code).toBe(1);
    return stderr.trim();
  };
  expect(await failed({ MEDIA_PROT: '40000' })).toMatch(
    /^SCORE Classroom could not start\. MEDIA_PROT is no setting of SCORE Classroom\. It knows: [A-Z0-9_, ]+\.$/,
  );
  const { port } = new URL(product.url);
  const elsewhere = { SCORE_DATA: join(product.folder, 'other'), HOST: '127.0.0.1', MEDIA_PORT: '0' };
  expect(await failed({ ...elsewhere, PORT: port, LOG_LEVEL: 'silent' })).toBe(
    `SCORE Classroom could not start. Port ${port} is taken by another program. Stop that one, or choose another port with PORT.`,
  );
});

test('[START4] whoever watches it hears that it lives, and whether it can carry a class', async () => {
  const asked = async (path: string) => {
    const answer = await fetch(`${product.url}${path}`);
    return [answer.status, await answer.json()];
  };
  const ready = { ok: true, database: true, blobs: true, mediaWorkers: expect.any(Number) };
  await expect.poll(() => asked('/readyz')).toEqual([200, ready]);
  const postgres = await familyOf(join(product.folder, 'data', 'postgres', 'cluster', 'postmaster.pid'));
  try {
    for (const pid of postgres) process.kill(pid, 'SIGSTOP');
    expect(await asked('/readyz')).toEqual([503, { ...ready, ok: false, database: false }]);
    expect(await asked('/healthz')).toEqual([200, { ok: true }]);
  } finally {
    for (const pid of postgres) process.kill(pid, 'SIGCONT');
  }
  await expect.poll(() => asked('/readyz')).toEqual([200, ready]);
});

/** The process whose file this is, and the ones that it started. */
async function familyOf(pidFile: string): Promise<number[]> {
  const pid = Number((await readFile(pidFile, 'utf8')).split('\n')[0]);
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return [pid, ...children.trim().split(' ').map(Number)];
}
