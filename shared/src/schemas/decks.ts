import { z } from 'zod';
import { maxPageText } from '../decks.ts';
import { maxPages } from '../features/slides.ts';

/** Why an uploaded file can't become a Deck; each has its sentence for the person who uploaded it. */
export const DeckProblem = z.enum([
  /** Neither PPTX nor PDF by its content, whatever its name says; the old PPT format included. */
  'notADeck',
  /** It asks for a password. */
  'encrypted',
  /** More bytes than a Deck may have. */
  'tooBig',
  'tooManyPages',
  /** Small on the wire, but it unpacks to more than a presentation ever does. */
  'zipBomb',
  /** It began as a PPTX or PDF, but can't be read to its end. */
  'damaged',
  'tookTooLong',
  /** The Session has as many Decks as it may. */
  'tooManyDecks',
  /** No bytes, no pages, or hidden pages only. */
  'empty',
]);
export type DeckProblem = z.infer<typeof DeckProblem>;

/** What is being done: the file is looked through; made a PDF; its pages are drawn one by one. */
export const DeckStep = z.enum(['checking', 'toPdf', 'drawing']);
export type DeckStep = z.infer<typeof DeckStep>;

/** While drawing, `done` and `total` count pages; in the other steps `total` is 1. */
export const DeckProgress = z.strictObject({
  step: DeckStep,
  done: z.int().min(0).max(maxPages),
  total: z.int().min(1).max(maxPages),
});
export type DeckProgress = z.infer<typeof DeckProgress>;

const PictureName = z.string().regex(/^\d{3}-(1600|800)\.webp$/);
const PictureBytes = z.int().min(1);
const PageText = z.string().min(1).max(maxPageText);

/** One drawn page. `width` and `height` are those of the larger picture, in pixels. */
export const DeckPage = z.strictObject({
  width: z.int().min(1).max(1600),
  height: z.int().min(1).max(1600),
  files: z.strictObject({ 1600: PictureName, 800: PictureName }),
  bytes: z.strictObject({ 1600: PictureBytes, 800: PictureBytes }),
  /** What is written on the page, for screen readers and for search. */
  text: PageText.exactOptional(),
  /** The speaker's notes: for staff only, never in a member's View. */
  notes: PageText.exactOptional(),
});
export type DeckPage = z.infer<typeof DeckPage>;
