import type { DeckProgress } from '#shared/decks.ts';
import { useView } from '../../room/roomHooks.ts';
import { type Upload, useUploads } from '../../room/useUploads.ts';

export type DeckUpload = Upload<DeckProgress['step']>;

/** Presentations on their way to being Decks. */
export function useDeckUpload() {
  const { decks } = useView('slides');
  return useUploads({
    path: 'decks',
    there: decks,
    progress: (signal): DeckUpload | null => {
      if (signal.type !== 'deckProgress') return null;
      const { deckId: id, title, step, done, total, problem } = signal;
      return { id, title, step, share: done / total, problem };
    },
  });
}
