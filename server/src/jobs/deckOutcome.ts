import type { DeckProblem } from '#shared/decks.ts';

/** A Deck was refused. `detail` is for the server's log: English, and never shown to people. */
export type DeckRefused = { ok: false; problem: DeckProblem; detail: string };

export function refuseDeck(problem: DeckProblem, detail: string): DeckRefused {
  return { ok: false, problem, detail };
}
