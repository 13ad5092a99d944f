import type { Kysely } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../server/src/persistence/database.ts';
import { Decks, type StoredDeck } from '../../server/src/persistence/decks.ts';
import type { Database } from '../../server/src/persistence/schema.ts';
import { Sessions } from '../../server/src/persistence/sessions.ts';
import { useDatabase } from '../helpers/database.ts';

const database = useDatabase();
let db: Kysely<Database>;
let decks: Decks;

beforeEach(async () => {
  db = openDatabase(database.url, (error) => {
    throw error;
  });
  decks = new Decks(db);
  await new Sessions(db).create(
    {
      id: 'session-1',
      title: { zh: '会议', en: 'Meetings' },
      startsAt: 0,
      minutes: 90,
      timeZone: 'Asia/Shanghai',
      enterprises: [],
    },
    [],
  );
});

afterEach(() => db.destroy());

function deck(id: string, change: Partial<StoredDeck> = {}): StoredDeck {
  return {
    id,
    sessionId: 'session-1',
    title: '有效的会议',
    kind: 'pptx',
    status: { at: 'waiting' },
    pages: [],
    createdAt: 1000,
    ...change,
  };
}

const page = {
  width: 1600,
  height: 900,
  files: { 1600: '001-1600.webp', 800: '001-800.webp' },
  bytes: { 1600: 29_000, 800: 14_000 },
  notes: '讲稿',
};

test('a deck goes from waiting to ready, with its pages', async () => {
  await decks.add(deck('deck-1'));
  expect(await decks.get('deck-1')).toEqual(deck('deck-1'));
  expect(await decks.setPages('deck-1', [page])).toBe(true);
  expect(await decks.readyOf('session-1')).toEqual([]);
  await decks.finish('deck-1');
  expect(await decks.readyOf('session-1')).toEqual(['deck-1']);
  expect(await decks.get('deck-1')).toEqual(deck('deck-1', { status: { at: 'ready' }, pages: [page] }));
});

test('after a restart the unfinished ones are known, the oldest first', async () => {
  await decks.add(deck('late', { createdAt: 3 }));
  await decks.add(deck('second', { createdAt: 2 }));
  await decks.add(deck('done', { createdAt: 1, status: { at: 'ready' } }));
  expect((await decks.unfinished()).map(({ id }) => id)).toEqual(['second', 'late']);
});

test('a deck that failed while it was converted is gone', async () => {
  await decks.add(deck('deck-1'));
  await decks.remove('deck-1');
  expect(await decks.setPages('deck-1', [page])).toBe(false);
  expect(await decks.get('deck-1')).toBeNull();
});

test('of a deck that staff removed only the id is left, and nothing brings it back', async () => {
  await decks.add(deck('deck-1'));
  await decks.setPages('deck-1', [page]);
  await decks.markRemoved('deck-1');
  expect(await decks.setPages('deck-1', [page])).toBe(false);
  await decks.finish('deck-1');
  expect(await decks.get('deck-1')).toEqual(deck('deck-1', { status: { at: 'removed' }, title: '' }));
  expect(await decks.unfinished()).toEqual([]);
  expect(await decks.readyOf('session-1')).toEqual([]);
});
