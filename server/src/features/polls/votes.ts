/**
 * Who voted what in one poll, by Participant or by alias, dealt into parts: a vote copies one part of
 * the State, not a thousand other votes.
 */
export type Votes = readonly Readonly<Record<string, number>>[];

const parts = 32;

export const noVotes: Votes = Array.from({ length: parts }, () => ({}));

export const voteOf = (votes: Votes, voter: string): number | null => votes[partOf(voter)]?.[voter] ?? null;

export function withVote(votes: Votes, voter: string, option: number): Votes {
  const changed = [...votes];
  const part = partOf(voter);
  changed[part] = { ...changed[part], [voter]: option };
  return changed;
}

/** The same where this one has not voted. */
export function withoutVote(votes: Votes, voter: string): Votes {
  if (voteOf(votes, voter) === null) return votes;
  return votes.map((part) => {
    const { [voter]: _vote, ...others } = part;
    return others;
  });
}

export const allVotes = (votes: Votes): Record<string, number> => Object.assign({}, ...votes);

/** Ids and aliases are random, so that any mixture of their characters spreads them. */
function partOf(voter: string): number {
  let sum = 0;
  for (let i = 0; i < voter.length; i++) sum = (sum * 31 + voter.charCodeAt(i)) % 65_521;
  return sum % parts;
}
