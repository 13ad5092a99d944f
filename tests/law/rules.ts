import { isDeepStrictEqual } from 'node:util';
import { featureNames } from '../../server/src/room/features.ts';
import { answerIsTied } from './anonymity.ts';
import { erasedIsNamed } from './erasing.ts';
import type { FakeClass, Taken } from './FakeClass.ts';
import { observerReadsTooMuch } from './observer.ts';

/** What went wrong, as a sentence; null when the rule holds. */
export type Rule = (room: FakeClass, taken: Taken) => string | null;

/** What must hold after each Step, by its number in docs/rules.md. */
export const rules = {
  LAW1(room, taken) {
    if (taken.result === 'threw') return `a feature threw: ${(taken.error as Error).stack}`;
    // Until coalesced Events have left, clients may be behind; after a Refusal, nothing is new.
    return room.isBehind || taken.result !== 'accepted' ? null : room.lawBroken();
  },

  LAW4(room, taken) {
    if (taken.result !== 'accepted') return null;
    for (const feature of featureNames) {
      const state = room.state[feature];
      if (state === taken.before[feature]) continue;
      const text = JSON.stringify(state);
      const back: unknown = JSON.parse(text);
      if (!isDeepStrictEqual(back, state) || JSON.stringify(back) !== text)
        return `the State of ${feature} comes back from JSON as something else: ${text}`;
    }
    return null;
  },

  LAW6(room, taken) {
    if (taken.result !== 'refused') return null;
    return room.state === taken.before ? null : `refused with ${taken.refusal}, and yet the State changed`;
  },

  OBS1: (room, taken) => (taken.result === 'accepted' ? observerReadsTooMuch(room) : null),

  ANON1: (room, taken) => (taken.result === 'accepted' ? answerIsTied(room, taken) : null),

  ERASE1: (room, taken) => (taken.result === 'accepted' ? erasedIsNamed(room, taken) : null),
} satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules | 'LAW5' | 'ERASE2';
