import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { inject } from 'vitest';
import { demoProgramme } from '../../server/src/demo/programme.ts';
import { pageKey } from '../../server/src/http/decks/DeckImport.ts';
import { openDatabase } from '../../server/src/persistence/database.ts';
import { Decks, type StoredDeck } from '../../server/src/persistence/decks.ts';
import type { RunningServer } from '../../server/src/startServer.ts';

/**
 * The demo's deck is drawn by the first classrooms of a run, and the others are given what they drew: it takes
 * eight seconds of a core, and no test is about that deck's conversion.
 *
 * @returns false when none has been drawn yet.
 */
export async function giveDrawnDeck({ parts }: RunningServer, databaseUrl: string): Promise<boolean> {
  const folder = inject('drawnDeck');
  const text = await readFile(join(folder, 'deck.json'), 'utf8').catch(() => null);
  if (text === null) return false;
  const deck = JSON.parse(text) as StoredDeck;
  for (const key of keysOf(deck)) await parts.blobs.put(key, await readFile(join(folder, key)));
  await withDecks(databaseUrl, (decks) => decks.add(deck));
  const room = await parts.rooms.get(deck.sessionId);
  const pages = deck.pages.map(({ width, height }) => ({ width, height }));
  const { id, title } = deck;
  const refusal = room.system({ feature: 'slides', type: 'deckReady', deck: { id, title, pages } });
  if (refusal) throw new Error(`The drawn deck was refused: ${refusal}.`);
  await room.settled();
  return true;
}

/** Keeps what this classroom has drawn, if it came to that. */
export async function keepDrawnDeck({ parts }: RunningServer, databaseUrl: string): Promise<void> {
  const folder = inject('drawnDeck');
  if (existsSync(folder)) return;
  const deck = await withDecks(databaseUrl, (decks) => decks.get(demoProgramme.deck.id));
  if (deck?.status.at !== 'ready') return;
  // Whole or not at all: other files' classrooms look for it at the same time.
  const part = `${folder}-${process.pid}`;
  for (const key of keysOf(deck)) {
    const blob = await parts.blobs.get(key);
    if (!blob) throw new Error(`The deck is ready without ${key}.`);
    await mkdir(dirname(join(part, key)), { recursive: true });
    await writeFile(join(part, key), await buffer(blob.stream()));
  }
  await writeFile(join(part, 'deck.json'), JSON.stringify(deck));
  // Another one was earlier.
  await rename(part, folder).catch(() => rm(part, { recursive: true }));
}

const keysOf = ({ id, pages }: StoredDeck): string[] => [
  pageKey(id, 'source'),
  ...pages.flatMap(({ files }) => Object.values(files).map((file) => pageKey(id, file))),
];

async function withDecks<Result>(url: string, use: (decks: Decks) => Promise<Result>): Promise<Result> {
  const database = openDatabase(url, () => undefined);
  try {
    return await use(new Decks(database));
  } finally {
    await database.destroy();
  }
}
