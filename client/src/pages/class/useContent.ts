import type { PollView } from '#shared/features/polls.ts';
import type { Deck } from '#shared/features/slides.ts';
import { screenAmong } from '#shared/features/stage.ts';
import { usePollOnStage } from '../../features/polls/usePollOnStage.ts';
import { useMe, useView } from '../../room/roomHooks.ts';

/** What is before this person's eyes: a shared screen before a Worksheet, then a
 * poll, a case study, the slide. */
export type Content =
  | { readonly kind: 'screen'; readonly participantId: string }
  /** The one that staff show to everybody. */
  | { readonly kind: 'worksheet' }
  /** For those who have no vote: members are asked on a card of their own, beside the slide. */
  | { readonly kind: 'poll'; readonly poll: PollView }
  | { readonly kind: 'case' }
  | { readonly kind: 'slide'; readonly deck: Deck; readonly page: number }
  | { readonly kind: 'nothing' };

export function useContent(): Content {
  const { shown } = useView('slides');
  const { stage, here } = useView('stage');
  const { shown: shownCase } = useView('cases');
  const worksheets = useView('worksheets');
  const poll = usePollOnStage();
  const { role } = useMe();
  const participantId = screenAmong(here ?? stage);
  if (participantId) return { kind: 'screen', participantId };
  if (worksheets.stage) return { kind: 'worksheet' };
  if (poll && role !== 'member') return { kind: 'poll', poll };
  if (shownCase) return { kind: 'case' };
  if (shown) return { kind: 'slide', ...shown };
  return { kind: 'nothing' };
}

/** Text is read at the reader's pace and wants the room that a slide doesn't need. */
export const isText = (content: Content): boolean => content.kind === 'case' || content.kind === 'worksheet';
