import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openDatabase } from '../../server/src/persistence/database.ts';
import { Decks } from '../../server/src/persistence/decks.ts';
import { PostgresJournal } from '../../server/src/persistence/PostgresJournal.ts';
import { blankPdf } from '../fixtures/decks/pdf.ts';
import type { SocketPerson } from '../helpers/SocketPerson.ts';
import { School, type SchoolClass } from '../sockets/School.ts';

let school: School;
let schoolClass: SchoolClass;
let trainer: SocketPerson;
let database: ReturnType<typeof openDatabase>;
let decks: Decks;

beforeAll(async () => {
  school = await School.open();
  schoolClass = await school.newClass();
  trainer = await schoolClass.enter('trainer');
  database = openDatabase(school.databaseUrl, () => {});
  decks = new Decks(database);
});
afterAll(async () => {
  schoolClass?.close();
  await database?.destroy();
  await school?.close();
});

const upload = (content: Buffer | string): Promise<Response> => {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(Buffer.from(content))]), 'Meetings.pdf');
  const { participantId, secret } = trainer.seat;
  return fetch(`${school.url}/api/sessions/${schoolClass.sessionId}/decks`, {
    method: 'POST',
    headers: { authorization: `Bearer ${participantId}.${secret}` },
    body,
  });
};
async function newDeck(): Promise<string> {
  const answer = await upload(blankPdf(2));
  expect(answer.status).toBe(202);
  const { deckId } = (await answer.json()) as { deckId: string };
  await trainer.until(() => isInClass(deckId), 'the deck');
  await vi.waitUntil(async () => (await decks.get(deckId))?.status.at === 'ready', 20_000);
  return deckId;
}
const isInClass = (deckId: string) => trainer.view?.slides.decks?.some(({ id }) => id === deckId) ?? false;
const files = (deckId: string): Promise<string[]> =>
  readdir(join(school.dataDir, 'blobs', 'decks', deckId)).catch(() => []);
const page = (deckId: string): Promise<Response> => {
  const { participantId, secret } = trainer.seat;
  return fetch(`${school.url}/api/sessions/${schoolClass.sessionId}/decks/${deckId}/0/800.webp`, {
    headers: { authorization: `Bearer ${participantId}.${secret}` },
  });
};

test('[SLIDES9] the files of a Deck that is removed are deleted, and no other’s', async () => {
  const [removed, kept] = [await newDeck(), await newDeck()];
  const drawn = ['001-1600.webp', '001-800.webp', '002-1600.webp', '002-800.webp', 'source'];
  expect((await files(removed)).sort()).toEqual(drawn);
  await trainer.must({ feature: 'slides', type: 'removeDeck', deckId: removed });
  await vi.waitUntil(async () => (await decks.get(removed))?.status.at === 'removed', 20_000);
  expect(await files(removed)).toEqual([]);
  expect((await page(removed)).status).toBe(404);
  expect((await files(kept)).sort()).toEqual(drawn);
  expect((await page(kept)).status).toBe(200);
  // The demo's Deck, which has always the same id, is not put in once more.
  expect(await school.parts.deckImport.has(removed)).toBe(true);
});

test('[SLIDES9] after a crash between the removal and the deleting, the next start deletes them', async () => {
  const [removed, kept] = [await newDeck(), await newDeck()];
  // The row is all that a server leaves that dies once the removal is durable.
  await school.restart(async () => {
    // PostgreSQL keeps such words, and can't give them as text.
    await writeRow({ feature: 'chat', type: 'send', text: 'NUL \0 and half a pair \ud800' });
    await writeRow({ feature: 'slides', type: 'removeDeck', deckId: removed });
  });
  await vi.waitUntil(async () => (await decks.get(removed))?.status.at === 'removed', 20_000);
  expect(await files(removed)).toEqual([]);
  await trainer.until(() => !isInClass(removed) && isInClass(kept), 'the class as it was');
  expect((await page(kept)).status).toBe(200);
});

test('[SLIDES9] what could not be done while the database was away is done when the class is opened again', async () => {
  const removed = await newDeck();
  await database.schema.alterTable('decks').renameTo('decks_away').execute();
  await trainer.must({ feature: 'slides', type: 'removeDeck', deckId: removed });
  await school.restart(() => database.schema.alterTable('decks_away').renameTo('decks').execute());
  await vi.waitUntil(async () => (await decks.get(removed))?.status.at === 'removed', 20_000);
  expect(await files(removed)).toEqual([]);
});

test('[UPLOAD2] a name that no database can hold is tidied, and no file needs one', async () => {
  const titles = async (disposition: string) => {
    const body = Buffer.concat([
      Buffer.from(`--B\r\nContent-Disposition: form-data; name="file"${disposition}\r\n`),
      Buffer.from('Content-Type: application/octet-stream\r\n\r\n'),
      blankPdf(1),
      Buffer.from('\r\n--B--\r\n'),
    ]);
    const { participantId, secret } = trainer.seat;
    const answer = await fetch(`${school.url}/api/sessions/${schoolClass.sessionId}/decks`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${participantId}.${secret}`,
        'content-type': 'multipart/form-data; boundary=B',
      },
      body,
    });
    expect(answer.status).toBe(202);
    const { deckId } = (await answer.json()) as { deckId: string };
    await trainer.until(() => isInClass(deckId), 'the deck');
    return (await decks.get(deckId))?.title;
  };
  expect(await titles(`; filename*=UTF-8''Our%00%20plan%E2%80%AE.pdf`)).toBe('Our plan');
  expect(await titles('')).toBe('deck');
});

test('[UPLOAD1] a Deck that is drawn while the database is away is there when it is back', async () => {
  const { deckId } = (await (await upload(blankPdf(1))).json()) as { deckId: string };
  await database.schema.alterTable('decks').renameTo('decks_away').execute();
  try {
    await vi.waitUntil(async () => (await files(deckId)).includes('001-800.webp'), 20_000);
    // Nor does one that can't be taken in now leave a file behind.
    const before = await readdir(join(school.dataDir, 'blobs', 'decks'));
    expect((await upload(blankPdf(1))).status).toBe(500);
    expect(await readdir(join(school.dataDir, 'blobs', 'decks'))).toEqual(before);
  } finally {
    await database.schema.alterTable('decks_away').renameTo('decks').execute();
  }
  await trainer.until(() => isInClass(deckId), 'the deck');
});

test('a file that is no presentation is refused, and nothing of it is kept', async () => {
  const before = await readdir(join(school.dataDir, 'blobs', 'decks'));
  const refused = await upload('GIF89a');
  expect([refused.status, await refused.json()]).toEqual([422, { error: 'notADeck' }]);
  expect(await readdir(join(school.dataDir, 'blobs', 'decks'))).toEqual(before);
});

test('[ROOM7] a class that can’t be replayed keeps neither the server from starting nor another class from its Deck’s end', async () => {
  const broken = await school.newClass();
  const other = await broken.enter('trainer');
  const removed = await newDeck();
  await school.restart(async () => {
    // Refused on replay, since there is no such Deck.
    await writeRow({ feature: 'slides', type: 'removeDeck', deckId: 'no-such-deck' }, other);
    await writeRow({ feature: 'slides', type: 'removeDeck', deckId: removed });
  });
  await vi.waitUntil(async () => (await decks.get(removed))?.status.at === 'removed', 20_000);
  await expect(broken.room()).rejects.toThrow('stops at row');
  broken.close();
});

/** Adds a row of the trainer's to the Journal, as the last server would have. */
async function writeRow(command: unknown, by = trainer): Promise<void> {
  const journal = new PostgresJournal(school.databaseUrl, () => {});
  try {
    const rows = [];
    for await (const row of journal.read(by.seat.sessionId, 0)) rows.push(row);
    const last = rows.findLast(({ actor }) => (actor as { id: string }).id === by.id) ?? rows.at(-1)!;
    const { seq, epoch, at } = rows.at(-1)!;
    await journal.append([
      {
        ...last,
        seq: seq + 1,
        epoch,
        at,
        commandId: `row-${seq + 1}`,
        command,
        ids: ['message-id'],
        stateHash: null,
      },
    ]);
  } finally {
    await journal.close();
  }
}
