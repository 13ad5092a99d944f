import { type Bilingual, jsonBytes } from '#shared/basics.ts';
import type { PlannedPoll } from '#shared/features/polls.ts';
import { shares } from '#shared/snapshotBytes.ts';
import { oncePerState } from '../../kernel/oncePerState.ts';
import { shortened } from '../../kernel/shortened.ts';

type PollTexts = {
  question: Bilingual;
  options: readonly Bilingual[];
  why: Bilingual | null;
  bytes: number;
};

/** What the JSON of a poll's texts has beside them, at most. */
const aroundTexts = 250;

/** A poll's texts as the class sees them, its answer's included: whole, unless they are more than a View's share. */
export const textsOf = oncePerState(({ question, options, quiz }: PlannedPoll): PollTexts => {
  const all = [question, ...options, ...(quiz?.why ? [quiz.why] : [])];
  const bytes = jsonBytes(all);
  if (bytes <= shares.polls) return { question, options, why: quiz?.why ?? null, bytes };
  const texts = shortened(all, shares.polls - aroundTexts);
  return {
    question: texts[0] ?? question,
    options: texts.slice(1, options.length + 1),
    why: texts[options.length + 1] ?? null,
    bytes: jsonBytes(texts),
  };
});
