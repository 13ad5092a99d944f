import type { PersonView } from '#shared/features/people.ts';

type Votes = Readonly<Record<string, number>>;
type Everyone = Readonly<Record<string, PersonView>>;

/** Of the members who are present. */
export type Answering = {
  readonly present: number;
  readonly answered: number;
  /** Ids of those who have not answered, by Enterprise, in the order of the programme; only where somebody has not. */
  readonly waiting: readonly { enterpriseId: string; present: number; ids: readonly string[] }[];
};

/** Who of those who are here has answered a named poll. Who has gone away isn't waited for. */
export function answering(votes: Votes, everyone: Everyone, enterpriseIds: readonly string[]): Answering {
  const here = Object.entries(everyone).filter(([, { role, seats }]) => role === 'member' && seats > 0);
  const hasVoted = (id: string): boolean => votes[id] !== undefined;
  return {
    present: here.length,
    answered: here.filter(([id]) => hasVoted(id)).length,
    waiting: enterpriseIds
      .map((enterpriseId) => {
        const ids = here.filter(([, person]) => person.enterpriseId === enterpriseId).map(([id]) => id);
        return { enterpriseId, present: ids.length, ids: ids.filter((id) => !hasVoted(id)) };
      })
      .filter(({ ids }) => ids.length > 0),
  };
}
