import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { LocalPostgres } from '../../server/src/persistence/localPostgres.ts';
import { migrateToLatest } from '../../server/src/persistence/migrate.ts';
import { PostgresJournal } from '../../server/src/persistence/PostgresJournal.ts';
import { headOf, journalRow, readAll } from './journalContract.ts';
import { ask, LocalPostgresBed } from './localPostgresBed.ts';

const bed = new LocalPostgresBed();
afterEach(() => {
  vi.useRealTimers();
});

/** Ends PostgreSQL as a crash does: no checkpoint, no good-bye. */
async function crash({ home }: LocalPostgres): Promise<void> {
  const [pid] = (await readFile(join(home, 'cluster', 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

/** Resolves when PostgreSQL was started again. */
async function restarted(times: number): Promise<void> {
  const count = () => bed.said.filter((sentence) => sentence.includes('was started again')).length;
  while (count() < times) await new Promise((resolve) => setImmediate(resolve));
}

test('every confirmed row survives a crash of PostgreSQL, which is started again by itself', async () => {
  const postgres = await bed.start(await bed.folder('data', 0o711));
  await migrateToLatest(postgres.url);
  // The worst setting of a server that is not ours: to confirm before the row is on disk.
  await ask(postgres.url, 'ALTER DATABASE score SET synchronous_commit = off');
  const journal = new PostgresJournal(postgres.url, () => undefined);
  try {
    await journal.nextEpoch('room-1');
    let confirmed = 0;
    for (const round of [1, 2, 3]) {
      for (const last = confirmed + 100; confirmed < last; ) {
        await journal.append([journalRow({ seq: confirmed + 1, epoch: round })]);
        confirmed += 1;
      }
      await crash(postgres);
      await restarted(round);
      expect(await headOf(journal)).toBe(confirmed);
      await journal.nextEpoch('room-1');
    }
    expect(await readAll(journal)).toHaveLength(300);
  } finally {
    await journal.close();
  }
});

test('rows in flight at the crash are there whole or not at all, and the way on is a new epoch', async () => {
  const postgres = await bed.start(await bed.folder('data', 0o711));
  await migrateToLatest(postgres.url);
  const journal = new PostgresJournal(postgres.url, () => undefined);
  try {
    await journal.nextEpoch('room-1');
    let confirmed = 0;
    const writing = (async () => {
      for (;;) {
        const rows = [1, 2, 3].map((n) => journalRow({ seq: confirmed + n }));
        await journal.append(rows);
        confirmed += 3;
      }
    })();
    const broken = expect(writing).rejects.toThrow();
    while (confirmed < 30) await new Promise((resolve) => setImmediate(resolve));
    await crash(postgres);
    await broken;
    await restarted(1);
    const epoch = await journal.nextEpoch('room-1');
    const head = await headOf(journal);
    expect([confirmed, confirmed + 3]).toContain(head);
    await journal.append([journalRow({ seq: head + 1, epoch })]);
    expect((await readAll(journal)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: head + 1 }, (_, index) => index + 1),
    );
  } finally {
    await journal.close();
  }
});

test('a PostgreSQL that ends again and again is left, with a sentence', async () => {
  const postgres = await bed.start(await bed.folder('data', 0o711));
  // However long this machine takes for it, it is within the minute.
  vi.useFakeTimers({ toFake: ['performance'] });
  for (const times of [1, 2, 3, 4, 5]) {
    await crash(postgres);
    await restarted(times);
  }
  await crash(postgres);
  while (bed.said.length < 6) await new Promise((resolve) => setImmediate(resolve));
  expect(bed.said.at(-1)).toContain('PostgreSQL ended 6 times within a minute and is not started again');
  await postgres.stop();
  const again = await bed.start(join(bed.root, 'data'));
  expect(await ask(again.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});
