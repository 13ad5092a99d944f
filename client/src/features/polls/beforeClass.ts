import type { PollView } from '#shared/features/polls.ts';
import type { SegmentView } from '#shared/features/runOfShow.ts';

type SegmentKind = SegmentView['kind'];

/** Closed, and the class may see how it ended. */
const isOutcome = (poll: PollView): boolean => !poll.open && poll.counts !== null;
const outcomes = (polls: readonly PollView[]): string[] => polls.filter(isOutcome).map(({ id }) => id);

/** The poll before the class: the one that is open, else the last one whose results are shown and not yet done with. */
export const pollBeforeClass = (polls: readonly PollView[], done: ReadonlySet<string>): PollView | null =>
  polls.findLast((poll) => poll.open || (isOutcome(poll) && !done.has(poll.id))) ?? null;

const pollSegments: readonly SegmentKind[] = ['poll', 'quiz', 'feedback'];

/** Who comes late, or back, sees the results of before only while the class is still at its polls. */
export const doneAtFirst = (polls: readonly PollView[], segment: SegmentKind | null): ReadonlySet<string> =>
  new Set(segment !== null && pollSegments.includes(segment) ? [] : outcomes(polls));

/**
 * The polls whose results are done with: all that were shown before the class went on, before another
 * poll opened, or before the results of another were shown. Results hidden and shown again are new.
 */
export function doneAfter(
  done: ReadonlySet<string>,
  before: readonly PollView[],
  now: readonly PollView[],
  wentOn: boolean,
): ReadonlySet<string> {
  const shownBefore = outcomes(before);
  const shown = outcomes(now);
  const isNew = (id: string): boolean => !shownBefore.includes(id);
  const opened = now.some((poll) => poll.open && !before.some((other) => other.id === poll.id));
  const over = wentOn || opened || shown.some(isNew);
  return new Set(shown.filter((id) => (over ? !isNew(id) : done.has(id))));
}
