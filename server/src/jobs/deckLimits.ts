import { z } from 'zod';
import { maxPages } from '#shared/features/slides.ts';

/** How much one uploaded Deck may ask of the server. */
export const DeckLimits = z.strictObject({
  fileBytes: z.int().min(1),
  pages: z.int().min(1).max(maxPages),
  zipEntries: z.int().min(1),
  /** All parts of a PPTX together, unpacked; and any one file that a conversion writes on its way. */
  unpackedBytes: z.int().min(1),
  /** Unpacked bytes per byte of file, for files that unpack to more than 100 MB. */
  unpackedRatio: z.number().min(1),
  /** From the start of the conversion to its last page; waiting in the queue doesn't count. */
  totalMs: z.int().min(1),
  /** Of each process. Seen with plain Decks: LibreOffice 0.3 GB, this Node process with its reserves 0.7 GB. */
  memoryBytes: z.int().min(1),
});
export type DeckLimits = z.infer<typeof DeckLimits>;

export const defaultDeckLimits: DeckLimits = {
  fileBytes: 100_000_000,
  pages: maxPages,
  zipEntries: 10_000,
  unpackedBytes: 1_000_000_000,
  unpackedRatio: 100,
  totalMs: 120_000,
  memoryBytes: 2 * 1024 ** 3,
};
