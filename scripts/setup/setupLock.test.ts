import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withSetupLock } from './setupLock.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'score-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('the second set-up waits for the first and says so', async () => {
  const lock = join(folder, 'deeper', 'setup.lock');
  const events: string[] = [];
  const first = Promise.withResolvers<void>();
  const running = withSetupLock(
    lock,
    () => undefined,
    () => first.promise.then(() => events.push('first')),
  );
  const second = withSetupLock(
    lock,
    (line) => {
      events.push(line);
      first.resolve();
    },
    async () => events.push('second'),
  );
  await Promise.all([running, second]);
  expect(events[0]).toContain('Waiting for another set-up');
  expect(events.slice(1)).toEqual(['first', 'second']);
  expect(existsSync(lock)).toBe(false);
});

test('the lock of a process that is gone is taken over', async () => {
  const gone = spawn('true');
  await once(gone, 'exit');
  const lock = join(folder, 'setup.lock');
  await writeFile(lock, `${gone.pid} 1`);
  await expect(
    withSetupLock(
      lock,
      () => undefined,
      async () => 'done',
    ),
  ).resolves.toBe('done');
});

test('the lock of an earlier process of the same id is taken over', async () => {
  const lock = join(folder, 'setup.lock');
  await writeFile(lock, `${process.pid} 1`);
  await expect(
    withSetupLock(
      lock,
      () => undefined,
      async () => readFileSync(lock, 'utf8'),
    ),
  ).resolves.toMatch(new RegExp(`^${process.pid} `));
});

test('a failure releases the lock', async () => {
  const lock = join(folder, 'setup.lock');
  await expect(
    withSetupLock(
      lock,
      () => undefined,
      () => Promise.reject(new Error('no disk')),
    ),
  ).rejects.toThrow('no disk');
  expect(existsSync(lock)).toBe(false);
});

test('a cache folder that can not be written is a failure that says what to do', async () => {
  const file = join(folder, 'file');
  await writeFile(file, '');
  const failure = await withSetupLock(
    join(file, 'cache', 'setup.lock'),
    () => undefined,
    async () => 'done',
  ).catch((error: Error & { next: string }) => error);
  expect(failure).toMatchObject({ name: 'SetupFailure', next: expect.stringContaining('XDG_CACHE_HOME') });
});
