import type { AcceptedStep, FakeClass } from './FakeClass.ts';

/** Where an anonymous answer can be traced to its person, as a sentence; null when it can't. */
export function answerIsTied(
  room: FakeClass,
  { answeredBy, before, row, outputs }: AcceptedStep,
): string | null {
  if (answeredBy === null) return null;
  const names = (value: unknown) => JSON.stringify(value).split(answeredBy).length - 1;
  const { feature, type } = row.command;
  if (names(row) > 0) return `the Journal's row of ${feature}.${type} names ${answeredBy}`;
  if (names(room.state[feature]) > names(before[feature]))
    return `the State of ${feature} names ${answeredBy} after ${type}`;
  for (const output of outputs)
    if (
      output.kind === 'events' &&
      output.channels.join() !== `only:${answeredBy}` &&
      names(output.events) > 0
    )
      return `${output.channels} are told of ${answeredBy} by ${feature}.${type}`;
  return null;
}
