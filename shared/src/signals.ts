import type { Role } from './basics.ts';
import type { Signal } from './schemas/signals.ts';

export type { Signal };

/** Hints that only the server gives. */
export type ServerSignal =
  | {
      type: 'deckProgress';
      deckId: string;
      title: string;
      step: string;
      done: number;
      total: number;
      problem: string | null;
    }
  /** `share` of the work is done, from 0 to 1. */
  | { type: 'clipProgress'; clipId: string; title: string; share: number; problem: string | null };

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
