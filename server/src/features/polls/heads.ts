import { type Votes, voteOf } from './votes.ts';

/** How many sat before each shared screen that voted, when it voted last. */
export type Heads = Readonly<Record<string, number>>;

/**
 * How many people the votes for each option speak for: a person's vote for one, a shared screen's for
 * all who sat before it. `others` are, by option, those beside the first of screens that were erased.
 */
export function peopleBehind(
  counts: readonly number[],
  heads: Heads,
  votes: Votes,
  others: readonly number[] = [],
): readonly number[] {
  const people = counts.map((count, option) => count + (others[option] ?? 0));
  for (const [voter, present] of Object.entries(heads)) {
    const option = voteOf(votes, voter);
    if (option !== null) people[option] = (people[option] ?? 0) + present - 1;
  }
  return people;
}
