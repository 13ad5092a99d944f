import { z } from 'zod';
import { maxOption, maxOptions, maxQuestion } from '../features/polls.ts';
import { bilingual, Id } from '../schemas/basics.ts';

const feature = z.literal('polls');

const Option = z
  .int()
  .min(0)
  .max(maxOptions - 1);

/** The right answer of a Quiz, and why it is right. */
export const QuizAnswer = z.strictObject({ option: Option, why: bilingual(500).nullable() });
export type QuizAnswer = z.infer<typeof QuizAnswer>;

/** A question with one choice, as staff prepared it. */
export const PlannedPoll = z
  .strictObject({
    id: Id,
    question: bilingual(maxQuestion),
    options: z.array(bilingual(maxOption)).min(2).max(maxOptions),
    /** Nobody learns who voted what, and no vote can be traced once the poll is closed. */
    anonymous: z.boolean(),
    /** Whether the class sees the counts while people vote, rather than when staff show them. */
    resultsShown: z.boolean(),
    /** Null where no answer is right. */
    quiz: QuizAnswer.nullable(),
  })
  .refine(({ quiz, options }) => !quiz || quiz.option < options.length, 'No option is right.');
export type PlannedPoll = z.infer<typeof PlannedPoll>;

/** Questions put to the class, one at a time. */
export const PollsCommand = z.discriminatedUnion('type', [
  /** A question made up on the spot, in one language that stands for both; its results are hidden at first. */
  z.strictObject({
    feature,
    type: z.literal('create'),
    question: z.string().trim().min(1).max(maxQuestion),
    options: z.array(z.string().trim().min(1).max(maxOption)).min(2).max(maxOptions),
    anonymous: z.boolean(),
  }),
  /** Closes the one that is open. */
  z.strictObject({ feature, type: z.literal('open'), pollId: Id }),
  z.strictObject({ feature, type: z.literal('close'), pollId: Id }),
  /** Of a poll that was opened: shows its counts to the class, or hides them again. */
  z.strictObject({ feature, type: z.literal('setResults'), pollId: Id, shown: z.boolean() }),
  /** Of a poll that was never opened. */
  z.strictObject({ feature, type: z.literal('remove'), pollId: Id }),
  /** A second vote takes the place of the first. */
  z.strictObject({ feature, type: z.literal('vote'), pollId: Id, option: Option }),
]);
export type PollsCommand = z.infer<typeof PollsCommand>;
