import type { PollView } from '#shared/features/polls.ts';
import { useView } from '../../room/roomHooks.ts';
import { usePollBeforeClass } from './usePollBeforeClass.ts';

/** The poll that takes the place of the slide: while it is open, then its results until a page is turned. */
export function usePollOnStage(): PollView | null {
  const { shown: slide } = useView('slides');
  const { shown: study } = useView('cases');
  return usePollBeforeClass(`${slide?.deck.id} ${slide?.page} ${study?.caseId} ${study?.section}`).poll;
}
