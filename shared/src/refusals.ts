/**
 * Every expected no. A client has a sentence for each, in every language, that says what happened and
 * what to do next; a new one here doesn't compile there without its sentence.
 */
export const refusals = [
  'badRequest',
  'tooFast',
  'notAllowed',
  'notFound',
  'notNow',
  'alreadyDone',
  'alreadyClosed',
  'full',
  'tooMany',
] as const;
export type Refusal = (typeof refusals)[number];
