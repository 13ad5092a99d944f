import { describe, expect, test } from 'vitest';
import { type Journal, JournalConflict, type JournalRow } from '../../server/src/persistence/Journal.ts';

/** A row as a Room would write it; what matters to a test comes in `change`. */
export function journalRow(change: Partial<JournalRow> & Pick<JournalRow, 'seq'>): JournalRow {
  return {
    room: 'room-1',
    epoch: 1,
    commandId: `command-${change.seq}`,
    at: 1_584_493_200_000 + change.seq,
    actor: { id: 'p-1', role: 'trainer', space: 'plenary', enterprise: null },
    ids: [],
    command: { feature: 'polls', type: 'close', pollId: 'poll-1' },
    rules: 1,
    stateHash: null,
    ...change,
  };
}

/** Rows first … last of `room-1`. */
export function journalRows(first: number, last: number, change: Partial<JournalRow> = {}): JournalRow[] {
  return Array.from({ length: last - first + 1 }, (_, index) =>
    journalRow({ seq: first + index, ...change }),
  );
}

export async function readAll(journal: Journal, room = 'room-1', afterSeq = 0): Promise<JournalRow[]> {
  const rows: JournalRow[] = [];
  for await (const row of journal.read(room, afterSeq)) rows.push(row);
  return rows;
}

/** The number of the last row; 0 for a Room that has none. */
export async function headOf(journal: Journal, room = 'room-1'): Promise<number> {
  return (await readAll(journal, room)).at(-1)?.seq ?? 0;
}

/**
 * What every Journal must do.
 *
 * @param open gives a node's own Journal on the storage of the current test; closing it is its matter.
 */
export function journalContract(open: () => Journal): void {
  describe('rows', () => {
    test('come back in order, whole, and with the order of their keys', async () => {
      const journal = open();
      await journal.nextEpoch('room-1');
      const first = journalRow({
        seq: 1,
        actor: { system: true },
        ids: ['new-2', 'new-1'],
        command: { type: 'say', feature: 'chat', text: 'NUL \0, 会议 𠮷 and half a pair \ud800', 10: 'ten' },
        stateHash: 'abc',
      });
      await journal.append([first]);
      await journal.append([journalRow({ seq: 2 }), journalRow({ seq: 3 })]);
      const rows = await readAll(journal);
      expect(rows).toEqual([first, journalRow({ seq: 2 }), journalRow({ seq: 3 })]);
      expect(JSON.stringify(rows[0]!.command)).toBe(JSON.stringify(first.command));
      expect(JSON.stringify(rows[0]!.actor)).toBe(JSON.stringify(first.actor));
    });

    test('of one Room never show in another', async () => {
      const journal = open();
      for (const room of ['room-1', 'room-2']) await journal.nextEpoch(room);
      await journal.append(journalRows(1, 3));
      await journal.append([journalRow({ seq: 1, room: 'room-2' })]);
      expect(await readAll(journal)).toHaveLength(3);
      expect(await readAll(journal, 'room-2')).toHaveLength(1);
      expect(await readAll(journal, 'room-3')).toEqual([]);
    });

    test('five hundred go down at once, and thousands are read in order from any place', async () => {
      const journal = open();
      await journal.nextEpoch('room-1');
      for (let first = 1; first <= 1501; first += 500) await journal.append(journalRows(first, first + 499));
      const seqs = (await readAll(journal, 'room-1', 250)).map((row) => row.seq);
      expect(seqs).toEqual(Array.from({ length: 1750 }, (_, index) => 251 + index));
      expect(await readAll(journal, 'room-1', 1000)).toHaveLength(1000); // A whole number of batches.
    });

    test('of one append are written all or none', async () => {
      const journal = open();
      await journal.nextEpoch('room-1');
      await journal.append([journalRow({ seq: 3 })]);
      await expect(journal.append(journalRows(1, 3))).rejects.toThrow(JournalConflict);
      expect((await readAll(journal)).map((row) => row.seq)).toEqual([3]);
    });

    test('that are not one run of one owner are the caller’s mistake', async () => {
      const journal = open();
      await journal.nextEpoch('room-1');
      const wrong = [
        [],
        [journalRow({ seq: 1 }), journalRow({ seq: 3 })],
        [journalRow({ seq: 1 }), journalRow({ seq: 2, room: 'room-2' })],
        [journalRow({ seq: 1 }), journalRow({ seq: 2, epoch: 2 })],
      ];
      for (const rows of wrong) await expect(journal.append(rows)).rejects.toThrow(TypeError);
      expect(await headOf(journal)).toBe(0);
    });
  });

  describe('owners', () => {
    test('get epochs that grow by one, also when they ask at once', async () => {
      const [a, b] = [open(), open()];
      const epochs = await Promise.all([1, 2, 3, 4].flatMap(() => [a, b]).map((j) => j.nextEpoch('room-1')));
      expect(epochs.toSorted((x, y) => x - y)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(await a.nextEpoch('room-2')).toBe(1);
    });

    test('write nothing in a Room that they never took', async () => {
      const journal = open();
      await expect(journal.append([journalRow({ seq: 1 })])).rejects.toThrow(JournalConflict);
    });

    test('are told of a row that exists already', async () => {
      const journal = open();
      await journal.nextEpoch('room-1');
      await journal.append([journalRow({ seq: 1, commandId: 'first' })]);
      const conflict = await journal.append([journalRow({ seq: 1, commandId: 'second' })]).catch((e) => e);
      expect(conflict).toBeInstanceOf(JournalConflict);
      expect(conflict).toMatchObject({ room: 'room-1', epoch: 1 });
      expect((await readAll(journal)).map((row) => row.commandId)).toEqual(['first']);
    });

    test('write nothing any more once another has begun, not even rows that would fit', async () => {
      const [old, young] = [open(), open()];
      await old.nextEpoch('room-1');
      await old.append(journalRows(1, 2));
      const epoch = await young.nextEpoch('room-1');
      await expect(old.append([journalRow({ seq: 3 })])).rejects.toThrow(JournalConflict);
      await young.append([journalRow({ seq: 3, epoch, commandId: 'ownerChanged' })]);
      await expect(old.append([journalRow({ seq: 4 })])).rejects.toThrow(JournalConflict);
      await expect(
        old.saveSnapshot({ room: 'room-1', seq: 2, epoch: 1, rules: 1, features: { polls: '[]' } }),
      ).rejects.toThrow(JournalConflict);
      expect((await readAll(young)).map(({ seq, epoch: e }) => [seq, e])).toEqual([
        [1, 1],
        [2, 1],
        [3, 2],
      ]);
      expect(await young.loadSnapshot('room-1')).toBeNull();
    });

    test('that write while the next one takes over lose nothing that was confirmed', async () => {
      const [old, young] = [open(), open()];
      await old.nextEpoch('room-1');
      let confirmed = 0;
      const writing = (async () => {
        for (let seq = 1; ; seq++) {
          await old.append([journalRow({ seq })]);
          confirmed = seq;
        }
      })();
      const ended = expect(writing).rejects.toThrow(JournalConflict);
      while (confirmed < 20) await headOf(old); // The old owner is in full swing.
      const epoch = await young.nextEpoch('room-1');
      const head = await headOf(young);
      await young.append([journalRow({ seq: head + 1, epoch })]);
      await ended;
      expect(confirmed).toBe(head);
      expect(await headOf(young)).toBe(head + 1);
    });
  });

  describe('snapshots', () => {
    test('hold the newest State of each feature, and stand at the newest row', async () => {
      const journal = open();
      await journal.nextEpoch('room-1');
      expect(await journal.loadSnapshot('room-1')).toBeNull();
      await journal.append(journalRows(1, 30));
      const at = (seq: number, rules: number, features: Record<string, string>) =>
        journal.saveSnapshot({ room: 'room-1', seq, epoch: 1, rules, features });
      await at(10, 1, { polls: '{"b":1,"a":2}', chat: '[]', people: '"\\u0000"' });
      await at(30, 2, { chat: '["newest"]' });
      await at(20, 2, { chat: '["older, saved late"]', polls: '{"c":3}' });
      expect(await journal.loadSnapshot('room-1')).toEqual({
        seq: 30,
        rules: 1,
        features: { polls: '{"c":3}', chat: '["newest"]', people: '"\\u0000"' },
      });
      expect(await journal.loadSnapshot('room-2')).toBeNull();
    });

    test('may be saved again', async () => {
      const journal = open();
      await journal.nextEpoch('room-1');
      await journal.append(journalRows(1, 5));
      for (const polls of ['"once"', '"again"']) {
        await journal.saveSnapshot({ room: 'room-1', seq: 5, epoch: 1, rules: 1, features: { polls } });
      }
      await journal.saveSnapshot({ room: 'room-1', seq: 5, epoch: 1, rules: 1, features: {} });
      expect((await journal.loadSnapshot('room-1'))?.features).toEqual({ polls: '"again"' });
    });

    test('of a row that is not on disk are refused', async () => {
      const journal = open();
      await journal.nextEpoch('room-1');
      await journal.append([journalRow({ seq: 1 })]);
      await expect(
        journal.saveSnapshot({ room: 'room-1', seq: 2, epoch: 1, rules: 1, features: { polls: '[]' } }),
      ).rejects.toThrow(JournalConflict);
    });
  });
}
