import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../server/src/config.ts';
import { startServer } from '../../server/src/startServer.ts';
import { useDatabase } from '../helpers/database.ts';

const database = useDatabase('file');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'score-start-'));
  await writeFile(join(folder, 'a-file'), 'no certificate');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Why a start with these settings fails, beside a database and a data folder that work. */
async function failureOf(settings: Record<string, string>): Promise<string> {
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    SCORE_DATA: join(folder, 'data'),
    DATABASE_URL: database.url,
    MEDIA_PORT: '0',
    MEDIA_WORKERS: '1',
    ANNOUNCED_ADDRESS: '127.0.0.1',
    ...(process.env.MEDIASOUP_WORKER_BIN ? { MEDIASOUP_WORKER_BIN: process.env.MEDIASOUP_WORKER_BIN } : {}),
    ...settings,
  });
  const started = startServer(config, pino({ level: 'silent' }));
  return started.then(
    async (server) => {
      await server.close();
      return 'it started';
    },
    (error: Error) => error.message,
  );
}

const file = () => join(folder, 'a-file');

test.each<[string, () => Record<string, string>, RegExp]>([
  [
    'a data folder that is a file',
    () => ({ SCORE_DATA: file() }),
    /^The data folder \S+a-file can’t be made or written in \(EEXIST.+\)\. Name another with SCORE_DATA\.$/,
  ],
  [
    'a data folder where nobody can make one',
    () => ({ SCORE_DATA: '/proc/nothing/data' }),
    /^The data folder \/proc\/nothing\/data can’t be made or written in \(E[A-Z]+: .+\)\. Name another with SCORE_DATA\.$/,
  ],
  [
    'a database server that isn’t there',
    () => ({ DATABASE_URL: 'postgresql://score:secret@127.0.0.1:1/score' }),
    /^The database that DATABASE_URL names can’t be used \(connect ECONNREFUSED 127\.0\.0\.1:1\)\.$/,
  ],
  [
    'a database that isn’t there',
    () => ({ DATABASE_URL: database.url.replace(/\/test_\w+/, '/no_such_database') }),
    /^The database that DATABASE_URL names can’t be used \(database "no_such_database" does not exist\)\.$/,
  ],
  [
    'a certificate that isn’t there',
    () => ({ TLS_CERT: join(folder, 'nothing.pem'), TLS_KEY: file() }),
    /^TLS_CERT can’t be read \(ENOENT.+nothing\.pem'\)\.$/,
  ],
  [
    'a certificate that is none',
    () => ({ TLS_CERT: file(), TLS_KEY: file() }),
    /^TLS_CERT \(\S+a-file\) and TLS_KEY \(\S+a-file\) are no certificate and its key \(.+\)\.$/,
  ],
  [
    'another machine’s address',
    () => ({ HOST: '203.0.113.9' }),
    /^HOST is 203\.0\.113\.9, where this machine can’t listen \(.+\)\.$/,
  ],
  [
    'another machine’s address for figures',
    () => ({ METRICS_PORT: '0', METRICS_HOST: '203.0.113.9' }),
    /^METRICS_HOST is 203\.0\.113\.9, where this machine can’t listen \(.+\)\.$/,
  ],
])('[START3] %s is one sentence that names the setting', async (_what, settings, sentence) => {
  expect(await failureOf(settings())).toMatch(sentence);
});

test('[START3] a port for figures that is taken is not taken for the server’s own', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as { port: number };
  expect(await failureOf({ METRICS_PORT: String(port) })).toBe(
    `Port ${port} is taken by another program. Stop that one, or choose another port with METRICS_PORT.`,
  );
  taken.close();
});
