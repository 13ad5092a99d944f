import { expect, test } from 'vitest';
import { openLog } from '../../server/src/log.ts';
import { openStorage } from '../../server/src/persistence/openStorage.ts';
import { administer, useDatabase } from '../helpers/database.ts';

const database = useDatabase();

/** A log that is kept, line by line. */
function keptLog() {
  const lines: string[] = [];
  return { lines, log: openLog('warn', { write: (line) => void lines.push(line) }) };
}

test('a database connection that breaks is a short line in the log, without the password', async () => {
  const url = new URL(database.url);
  url.password = 'a-secret-password';
  const { lines, log } = keptLog();
  const storage = await openStorage({ dataDir: '/nowhere', databaseUrl: url.href }, log);
  await storage.journal.nextEpoch('a-room'); // Now there is a connection, and nobody uses it.
  await administer(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${url.pathname.slice(1)}'`,
  );
  await expect.poll(() => lines.length, { timeout: 20_000 }).toBeGreaterThan(0);
  await storage.close();
  for (const line of lines) {
    const { msg, err } = JSON.parse(line);
    expect(msg).toBe('a database connection broke');
    expect(Object.keys(err)).toEqual(expect.arrayContaining(['type', 'message', 'stack', 'code']));
    expect(err).not.toHaveProperty('client');
    expect(line).not.toContain('a-secret-password');
  }
});

test('what hangs on an error stays out of the log, also below several at once', () => {
  const { lines, log } = keptLog();
  const failing = Object.assign(new Error('no'), {
    code: '23505',
    detail: 'Key (name)=(Wang Fang) already exists.',
    client: { host: 'the-host' },
    input: 'postgresql://score:a-secret-password@host/score',
  });
  log.error({ err: failing }, 'one');
  log.error({ err: new AggregateError([failing, new Error('neither')], 'two parts') }, 'several');
  log.error({ err: 'notNow' }, 'a Refusal');
  const [one, several, refusal] = lines.map((line) => JSON.parse(line));
  const alone = { type: 'Error', message: 'no', stack: expect.any(String), code: '23505' };
  expect(one.err).toEqual(alone);
  expect(several.err.errors).toEqual([alone, expect.objectContaining({ message: 'neither' })]);
  expect(refusal.err).toBe('notNow');
});
