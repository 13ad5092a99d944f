import { expect, it } from 'vitest';
import type { PersonView } from '#shared/features/people.ts';
import { answering } from './answering.ts';

const person = (enterpriseId: string | null, seats = 1, role: PersonView['role'] = 'member'): PersonView => ({
  role,
  enterpriseId,
  space: 'plenary',
  seats,
  firstSeenAt: 0,
  heads: null,
});

it('waits for the members who are present, by Enterprise in the order of the programme', () => {
  const everyone = {
    lin: person(null, 1, 'trainer'),
    an: person('north'),
    bo: person('north'),
    chi: person('south', 2),
    away: person('south', 0),
    dan: person('west'),
  };
  expect(answering({ an: 1, away: 0, dan: 0 }, everyone, ['south', 'west', 'north'])).toEqual({
    present: 4,
    answered: 2,
    waiting: [
      { enterpriseId: 'south', present: 1, ids: ['chi'] },
      { enterpriseId: 'north', present: 2, ids: ['bo'] },
    ],
  });
});
