import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { SystemCommand } from '#shared/contract.ts';
import type { DeckProblem, DeckProgress } from '#shared/decks.ts';
import { checkDeckFile, convertDeck } from '../../jobs/convertDeck.ts';
import type { JobQueue } from '../../jobs/JobQueue.ts';
import type { Blobs } from '../../persistence/blobs.ts';
import type { Decks, StoredDeck } from '../../persistence/decks.ts';
import { newId } from '../../persistence/identity.ts';
import type { RemovalCommand } from '../../persistence/removals.ts';
import type { Room } from '../../room/Room.ts';
import type { Rooms } from '../../room/Rooms.ts';
import { announceReady } from '../uploads/announceReady.ts';
import { ConversionLine } from '../uploads/ConversionLine.ts';
import { convertInFolder } from '../uploads/convertInFolder.ts';
import { patiently } from '../uploads/patiently.ts';
import { Removal } from '../uploads/Removal.ts';
import { receiveUpload, type Upload } from '../uploads/receiveUpload.ts';
import { seldom } from '../uploads/seldom.ts';

type Parts = {
  readonly decks: Decks;
  readonly blobs: Blobs;
  readonly rooms: Rooms;
  readonly queue: JobQueue;
  readonly removals: (command: RemovalCommand) => Promise<readonly string[]>;
  readonly soffice: string;
  readonly log: Logger;
};

/** Staff are told of the progress at most this often, in milliseconds. */
const tellEvery = 200;

export const pageKey = (deckId: string, file: string): string => `decks/${deckId}/${file}`;
const sourceKey = (deckId: string): string => `decks/${deckId}/source`;

/**
 * Brings presentations into a Session: the file is checked, kept, drawn in its turn, and then the Room
 * has one Deck more. What a stop interrupted is drawn at the next start.
 */
export class DeckImport {
  readonly #parts: Parts;
  readonly #line: ConversionLine<StoredDeck>;
  readonly #removal: Removal;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#line = new ConversionLine({
      kind: 'deck',
      queue: parts.queue,
      log: parts.log,
      unfinished: () => parts.decks.unfinished(),
      convert: (deck, signal) => this.#convert(deck, signal),
      failed: (deck) => this.#fail(deck, 'failed'),
    });
    this.#removal = new Removal({
      kind: 'deck',
      log: parts.log,
      inRoom: ({ slides }) => slides.decks,
      kept: (sessionId) => parts.decks.readyOf(sessionId),
      forget: async (id) => {
        await parts.blobs.delete(`decks/${id}`);
        await parts.decks.markRemoved(id);
      },
      interrupted: () => parts.removals({ feature: 'slides', type: 'removeDeck' }),
    });
  }

  /** Checks and keeps an uploaded file; its pages follow. @returns the deck's id, or why it can't become one. */
  receive(sessionId: string, upload: Upload): Promise<{ deckId: string } | { problem: DeckProblem }> {
    return receiveUpload(upload, async (path) => {
      const checked = await checkDeckFile(path);
      if (!checked.ok) return { problem: checked.problem };
      return { deckId: await this.add(sessionId, upload.title, checked.kind, await readFile(path)) };
    });
  }

  /** Keeps a file that is known to be a presentation and puts it in the line. */
  async add(
    sessionId: string,
    title: string,
    kind: StoredDeck['kind'],
    content: Buffer,
    id = newId(),
  ): Promise<string> {
    const deck: StoredDeck = {
      id,
      sessionId,
      title,
      kind,
      status: { at: 'waiting' },
      pages: [],
      createdAt: Date.now(),
    };
    const { blobs, decks } = this.#parts;
    await blobs.put(sourceKey(id), content);
    // A file that nothing knows of would stay for good.
    await decks
      .add(deck)
      .catch((error: unknown) => blobs.delete(`decks/${id}`).then(() => Promise.reject(error)));
    this.#line.add(deck);
    return id;
  }

  /** Whether this deck is there, ready or not, or was until staff removed it. */
  async has(id: string): Promise<boolean> {
    return (await this.#parts.decks.get(id)) !== null;
  }

  /** Takes up what the last stop interrupted. */
  async resume(): Promise<void> {
    await this.#line.resume();
    await this.#removal.resume(this.#parts.rooms);
  }

  /** Deletes the files of the Decks that are taken out of this Room. @returns what ends that. */
  follow(room: Room): () => void {
    return this.#removal.follow(room);
  }

  #convert(deck: StoredDeck, signal: AbortSignal): Promise<void> {
    const { blobs, decks, rooms, soffice } = this.#parts;
    return convertInFolder(blobs, sourceKey(deck.id), async (source, folder) => {
      const outDir = join(folder, 'pages');
      const converted = await convertDeck({
        source,
        kind: deck.kind,
        outDir,
        tools: { sofficePath: soffice },
        signal,
        onProgress: seldom(tellEvery, (progress) => this.#tell(deck, progress, null)),
      });
      if (!converted.ok) return this.#fail(deck, converted.problem);
      for (const { files } of converted.pages)
        for (const file of Object.values(files))
          await blobs.put(pageKey(deck.id, file), await readFile(join(outDir, file)));
      const pages = converted.pages.map(({ width, height }) => ({ width, height }));
      const { id, title, sessionId } = deck;
      const ready: SystemCommand = { feature: 'slides', type: 'deckReady', deck: { id, title, pages } };
      await patiently(signal, async () => {
        if (!(await decks.setPages(id, converted.pages))) return;
        if (await announceReady(rooms, sessionId, ready)) return this.#fail(deck, 'tooManyDecks');
        await decks.finish(id);
      });
    });
  }

  async #fail(deck: StoredDeck, problem: DeckProblem | 'failed'): Promise<void> {
    await this.#parts.blobs.delete(`decks/${deck.id}`);
    await this.#parts.decks.remove(deck.id);
    await this.#tell(deck, { step: 'checking', done: 0, total: 1 }, problem);
  }

  async #tell(
    { id, sessionId, title }: StoredDeck,
    progress: DeckProgress,
    problem: DeckProblem | 'failed' | null,
  ): Promise<void> {
    const room = await this.#parts.rooms.get(sessionId);
    room.hint('staff', { type: 'deckProgress', deckId: id, title, ...progress, problem });
  }
}
