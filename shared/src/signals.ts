import { z } from 'zod';
import { Id, type Role } from './basics.ts';

/** From 0 at the left or top to 1 at the right or bottom of the page. */
const Fraction = z.number().min(0).max(1);

/** A short-lived hint: lossy, neither journaled nor replayed. */
export const Signal = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('pointer'),
    deckId: Id,
    page: z.int().min(0).max(299),
    /** `null` when the pointer leaves the page. */
    at: z.strictObject({ x: Fraction, y: Fraction }).nullable(),
  }),
]);
export type Signal = z.infer<typeof Signal>;

/** Hints that only the server gives. */
export type ServerSignal = {
  type: 'deckProgress';
  deckId: string;
  title: string;
  step: string;
  done: number;
  total: number;
  problem: string | null;
};

type SignalRule = {
  roles: readonly Role[];
  /** Only from whoever presents. */
  presenterOnly: boolean;
  audience: 'everyone' | 'space' | 'staff';
  /** A Seat's signals beyond this are dropped. */
  perSecond: number;
};

export const signalRules: Record<Signal['type'], SignalRule> = {
  pointer: { roles: ['trainer', 'moderator'], presenterOnly: true, audience: 'everyone', perSecond: 25 },
};
