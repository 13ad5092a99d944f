import type { ClipProblem } from './clips.ts';
import type { DeckProblem, DeckProgress } from './decks.ts';
import type { Signal } from './schemas/signals.ts';

export type { Signal };

/** Hints that only the server gives. */
export type ServerSignal =
  | ({
      type: 'deckProgress';
      deckId: string;
      title: string;
      problem: DeckProblem | 'failed' | null;
    } & DeckProgress)
  /** `share` of the work is done, from 0 to 1. */
  | {
      type: 'clipProgress';
      clipId: string;
      title: string;
      share: number;
      problem: ClipProblem | 'failed' | null;
    };

/** How many hints of each kind a Seat may give a second; those beyond are dropped. */
export const signalsPerSecond: Record<Signal['type'], number> = { pointer: 25 };
