import type { PlannedPoll } from '#shared/features/polls.ts';

/** A question as it is being written; blank options are places to write in. */
export type Draft = {
  readonly question: string;
  readonly options: readonly string[];
  readonly anonymous: boolean;
};

export const emptyDraft: Draft = { question: '', options: ['', ''], anonymous: false };

/** What the draft asks, without its blank options; null while it is no question with two answers. */
export function asked({ question, options, anonymous }: Draft): Draft | null {
  const filled = options.map((option) => option.trim()).filter((option) => option !== '');
  return question.trim() !== '' && filled.length >= 2
    ? { question: question.trim(), options: filled, anonymous }
    : null;
}

export const changeOption = (draft: Draft, index: number, text: string): Draft => ({
  ...draft,
  options: draft.options.map((option, at) => (at === index ? text : option)),
});

export const removeOption = (draft: Draft, index: number): Draft => ({
  ...draft,
  options: draft.options.filter((_, at) => at !== index),
});

/** The poll that came of a question: its reply follows the Event that tells of it, but names no id. */
export const createdPoll = (
  before: readonly PlannedPoll[],
  now: readonly PlannedPoll[],
  question: string,
): PlannedPoll | undefined =>
  now.findLast(({ id, question: { en } }) => en === question && !before.some((poll) => poll.id === id));
