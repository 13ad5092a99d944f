import { useState } from 'react';
import type { PollView } from '#shared/features/polls.ts';
import { useView } from '../../room/roomHooks.ts';
import { doneAfter, doneAtFirst, pollBeforeClass } from './beforeClass.ts';

/**
 * The poll that the class is at, and how to put its results away on this screen.
 *
 * @param page what the class is shown, where turning to another page is going on; a new Segment always is
 */
export function usePollBeforeClass(page = ''): { poll: PollView | null; putAway: () => void } {
  const { opened } = useView('polls');
  const { current, segments } = useView('runOfShow');
  const moment = `${current} ${page}`;
  const kind = segments.find(({ id }) => id === current)?.kind ?? null;
  const [seen, setSeen] = useState(() => ({ opened, moment, done: doneAtFirst(opened, kind) }));
  if (seen.opened !== opened || seen.moment !== moment)
    setSeen({ opened, moment, done: doneAfter(seen.done, seen.opened, opened, seen.moment !== moment) });

  const poll = pollBeforeClass(opened, seen.done);
  const putAway = (): void => {
    if (poll) setSeen((now) => ({ ...now, done: new Set([...now.done, poll.id]) }));
  };
  return { poll, putAway };
}
