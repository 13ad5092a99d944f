import type { Refusal } from '#shared/refusals.ts';

/** What a person reads when the class says no: what happened, and what to do next. */
export default {
  badRequest: 'The classroom did not understand that. Reload the page and try again.',
  tooFast: 'That was a little too fast. Wait a moment and try again.',
  notAllowed: 'You can’t do that in this class. Ask your trainer if you need it.',
  notFound: 'That is no longer there. Someone may have removed it.',
  notNow: 'That is not possible right now. Try again a little later.',
  alreadyDone: 'That has already been done.',
  alreadyClosed: 'That is already closed.',
  full: 'There is no room for more. Ask your trainer what to do.',
  tooMany: 'That is more than the classroom can take at once. Try with fewer.',
} as const satisfies Record<Refusal, string>;
