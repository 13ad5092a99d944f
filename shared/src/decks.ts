export type { DeckPage, DeckProblem, DeckProgress } from './schemas/decks.ts';

/** Each page is drawn twice; the number is the longer side of its picture in pixels. */
export const pageSizes = [1600, 800] as const;
export type PageSize = (typeof pageSizes)[number];

/** The longest text that is kept of a page, and of its notes, in characters. */
export const maxPageText = 10_000;
