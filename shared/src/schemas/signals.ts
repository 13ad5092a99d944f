import { z } from 'zod';
import { maxPages } from '../features/slides.ts';
import { Id } from './basics.ts';

/** From 0 at the left or top to 1 at the right or bottom of the page. */
const Fraction = z.number().min(0).max(1);

/** A short-lived hint: lossy, neither journaled nor replayed. */
export const Signal = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('pointer'),
    deckId: Id,
    page: z
      .int()
      .min(0)
      .max(maxPages - 1),
    /** `null` when the pointer leaves the page. */
    at: z.strictObject({ x: Fraction, y: Fraction }).nullable(),
  }),
]);
export type Signal = z.infer<typeof Signal>;
