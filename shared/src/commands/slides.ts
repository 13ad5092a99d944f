import { z } from 'zod';
import { maxPages } from '../features/slides.ts';
import { Id } from '../schemas/basics.ts';

const feature = z.literal('slides');

/** Decks, and the page that everyone sees. */
export const SlidesCommand = z.discriminatedUnion('type', [
  /** Always a page, never "next", so that two people can't skip one together. */
  z.strictObject({
    feature,
    type: z.literal('showPage'),
    deckId: Id,
    page: z
      .int()
      .min(0)
      .max(maxPages - 1),
  }),
  z.strictObject({ feature, type: z.literal('hide') }),
  z.strictObject({ feature, type: z.literal('removeDeck'), deckId: Id }),
]);
export type SlidesCommand = z.infer<typeof SlidesCommand>;
