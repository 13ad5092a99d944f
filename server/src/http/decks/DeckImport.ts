import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Logger } from 'pino';
import type { DeckProblem } from '#shared/decks.ts';
import { checkDeckFile, convertDeck } from '../../jobs/convertDeck.ts';
import type { JobQueue } from '../../jobs/JobQueue.ts';
import type { Blobs } from '../../persistence/blobs.ts';
import type { Decks, StoredDeck } from '../../persistence/decks.ts';
import { newId } from '../../persistence/identity.ts';
import type { Rooms } from '../../room/Rooms.ts';

type Parts = {
  readonly decks: Decks;
  readonly blobs: Blobs;
  readonly rooms: Rooms;
  readonly queue: JobQueue;
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

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Checks and keeps an uploaded file; its pages follow. @returns the deck's id, or why it can't become one. */
  async receive(
    sessionId: string,
    title: string,
    content: Readable,
    isCutOff: () => boolean,
  ): Promise<{ deckId: string } | { problem: DeckProblem }> {
    const folder = await mkdtemp(join(tmpdir(), 'score-upload-'));
    try {
      const path = join(folder, 'upload');
      await pipeline(content, createWriteStream(path));
      if (isCutOff()) return { problem: 'tooBig' };
      const checked = await checkDeckFile(path);
      if (!checked.ok) return { problem: checked.problem };
      return { deckId: await this.add(sessionId, title, checked.kind, await readFile(path)) };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
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
    await this.#parts.blobs.put(sourceKey(id), content);
    await this.#parts.decks.add(deck);
    this.#enqueue(deck);
    return id;
  }

  /** Whether this deck is there, ready or not. */
  async has(id: string): Promise<boolean> {
    return (await this.#parts.decks.get(id)) !== null;
  }

  /** Takes up what the last stop interrupted. */
  async resume(): Promise<void> {
    for (const deck of await this.#parts.decks.unfinished()) this.#enqueue(deck);
  }

  #enqueue(deck: StoredDeck): void {
    const { queue, log } = this.#parts;
    queue
      .add((signal) => this.#convert(deck, signal))
      .catch((error: unknown) => {
        if (error instanceof DOMException && error.name === 'AbortError') return; // The next start takes it up.
        log.error({ err: error, deck: deck.id }, 'a deck could not be converted');
        void this.#fail(deck, 'failed');
      });
  }

  async #convert(deck: StoredDeck, signal: AbortSignal): Promise<void> {
    const { blobs, decks, rooms, soffice } = this.#parts;
    const folder = await mkdtemp(join(tmpdir(), 'score-deck-'));
    try {
      const source = join(folder, 'source');
      const kept = await blobs.get(sourceKey(deck.id));
      if (!kept) throw new Error(`The file of deck ${deck.id} is gone.`);
      await pipeline(kept.stream(), createWriteStream(source));
      const outDir = join(folder, 'pages');
      let told = 0;
      const converted = await convertDeck({
        source,
        kind: deck.kind,
        outDir,
        tools: { sofficePath: soffice },
        signal,
        onProgress: ({ step, done, total }) => {
          if (performance.now() - told < tellEvery) return;
          told = performance.now();
          void this.#tell(deck, step, done, total, null);
        },
      });
      if (!converted.ok) return this.#fail(deck, converted.problem);
      for (const { files } of converted.pages)
        for (const file of Object.values(files))
          await blobs.put(pageKey(deck.id, file), await readFile(join(outDir, file)));
      if (!(await decks.finish(deck.id, converted.pages))) return;
      const pages = converted.pages.map(({ width, height }) => ({ width, height }));
      const room = await rooms.get(deck.sessionId);
      const refusal = room.system({
        feature: 'slides',
        type: 'deckReady',
        deck: { id: deck.id, title: deck.title, pages },
      });
      // A Deck that is there already was ready before the last stop.
      if (refusal && refusal !== 'alreadyDone') await this.#fail(deck, 'tooManyDecks');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async #fail(deck: StoredDeck, problem: DeckProblem | 'failed'): Promise<void> {
    await this.#parts.decks.remove(deck.id);
    await this.#parts.blobs.delete(`decks/${deck.id}`);
    await this.#tell(deck, 'checking', 0, 1, problem);
  }

  async #tell(
    deck: StoredDeck,
    step: string,
    done: number,
    total: number,
    problem: string | null,
  ): Promise<void> {
    const room = await this.#parts.rooms.get(deck.sessionId);
    room.hint('staff', {
      type: 'deckProgress',
      deckId: deck.id,
      title: deck.title,
      step,
      done,
      total,
      problem,
    });
  }
}
