import type { PollView } from '#shared/features/polls.ts';
import { usePollBeforeClass } from '../../features/polls/usePollBeforeClass.ts';
import { useView } from '../../room/roomHooks.ts';
import { type Content, useMembersContent } from './useContent.ts';

/** All that members have before them, as staff see it on a thumbnail. */
export type ClassSight = {
  /** They wait: nothing of the class is on their screens yet. */
  readonly waiting: boolean;
  readonly content: Content;
  /** The card beside the content: a poll that is open, or its results. */
  readonly poll: PollView | null;
  /** How many groups are at work; zero while there are none. */
  readonly groups: number;
  /** Whose cameras they see. */
  readonly cameras: readonly string[];
};

export function useClassSight(): ClassSight {
  const { phase } = useView('session');
  const { round } = useView('breakouts');
  const { stage } = useView('stage');
  const { poll } = usePollBeforeClass();
  const content = useMembersContent();
  const groups = round?.open ? round.groupCount : 0;
  return {
    waiting: phase === 'scheduled' || phase === 'lobby',
    content,
    poll,
    groups,
    cameras: groups > 0 ? [] : stage.filter(({ camera }) => camera).map(({ id }) => id),
  };
}
