import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { JournalRow } from '../persistence/Journal.ts';
import { Outbox } from './Outbox.ts';

const row = (seq: number): JournalRow => ({
  room: 'room-1',
  seq,
  epoch: 1,
  commandId: `command-${seq}`,
  at: 0,
  actor: null,
  ids: [],
  command: null,
  rules: 1,
});

test('waits for what was added so far, and for nothing that comes after it', async () => {
  let commits = 0;
  const append = async () => {
    await setImmediate();
    commits += 1;
    if (commits < 1000) outbox.add(row(commits + 1), []);
  };
  const outbox = new Outbox(append, (error) => {
    throw error;
  });
  const delivered: string[] = [];
  outbox.add(row(1), [() => delivered.push('first')]);
  outbox.add(null, [() => delivered.push('second')]);
  await outbox.settled();
  expect(delivered).toEqual(['first', 'second']);
  expect(commits).toBeLessThan(10);
});

test('a wait ends with a commit that fails, and what waited for it is not delivered', async () => {
  const failures: unknown[] = [];
  const error = new Error('the disk is full');
  const outbox = new Outbox(
    () => Promise.reject(error),
    (failure) => failures.push(failure),
  );
  const delivered: string[] = [];
  outbox.add(row(1), [() => delivered.push('first')]);
  await outbox.settled();
  await outbox.settled();
  expect(delivered).toEqual([]);
  expect(failures).toEqual([error]);
});
