import { groupOf } from '#shared/basics.ts';
import type { Clip } from '#shared/features/clips.ts';
import type { PollView } from '#shared/features/polls.ts';
import type { Deck } from '#shared/features/slides.ts';
import { type Performer, screenAmong } from '#shared/features/stage.ts';
import { usePollOnStage } from '../../features/polls/usePollOnStage.ts';
import { useMe, useView } from '../../room/roomHooks.ts';

/** What is before somebody's eyes: a shared screen before a Worksheet, then a
 * video, a poll, a case study, the slide. */
export type Content =
  | { readonly kind: 'screen'; readonly participantId: string }
  /** The one that staff show to everybody. */
  | { readonly kind: 'worksheet' }
  | { readonly kind: 'clip'; readonly clip: Clip }
  /** For those who have no vote: members are asked on a card of their own, beside the slide. */
  | { readonly kind: 'poll'; readonly poll: PollView }
  | { readonly kind: 'case' }
  | { readonly kind: 'slide'; readonly deck: Deck; readonly page: number }
  | { readonly kind: 'nothing' };

/** What this person sees. On a big screen the room reads a poll together; whoever votes for it opens the card. */
export function useContent(display: 'own' | 'big' = 'own'): Content {
  const { stage, here } = useView('stage');
  const { shown: shownCase } = useView('cases');
  const poll = usePollOnStage();
  const { role, space } = useMe();
  const ofRoom = role !== 'member' || display === 'big';
  // In a group one talks to each other: a video is for the plenary.
  const seesClip = groupOf(space) === null;
  return useContentWith(here ?? stage, seesClip, ofRoom ? poll : null, shownCase !== null);
}

/** What members see, wherever this person, who is of the staff, happens to be. */
export function useMembersContent(): Content {
  const { stage } = useView('stage');
  const { shown: shownCase } = useView('cases');
  const { round } = useView('breakouts');
  // While groups are at work nobody is left before the stage.
  const inGroups = round?.open === true;
  const seesCase = shownCase !== null && (inGroups || shownCase.to === 'class');
  return useContentWith(inGroups ? [] : stage, !inGroups, null, seesCase);
}

function useContentWith(
  performers: readonly Performer[],
  seesClip: boolean,
  poll: PollView | null,
  seesCase: boolean,
): Content {
  const { shown: clip } = useView('clips');
  const { shown } = useView('slides');
  const worksheets = useView('worksheets');
  const participantId = screenAmong(performers);
  if (participantId) return { kind: 'screen', participantId };
  if (worksheets.stage) return { kind: 'worksheet' };
  if (clip && seesClip) return { kind: 'clip', clip: clip.clip };
  if (poll) return { kind: 'poll', poll };
  if (seesCase) return { kind: 'case' };
  if (shown) return { kind: 'slide', ...shown };
  return { kind: 'nothing' };
}

/** Text is read at the reader's pace and wants the room that a slide doesn't need. */
export const isText = (content: Content): boolean => content.kind === 'case' || content.kind === 'worksheet';
