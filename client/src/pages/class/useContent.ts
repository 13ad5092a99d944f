import type { Deck } from '#shared/features/slides.ts';
import { screenAmong } from '#shared/features/stage.ts';
import { useView } from '../../room/roomHooks.ts';

/** What is before this person's eyes: a shared screen before a Worksheet, that before a case study, that before the slide. */
export type Content =
  | { readonly kind: 'screen'; readonly participantId: string }
  | { readonly kind: 'case' }
  | { readonly kind: 'slide'; readonly deck: Deck; readonly page: number }
  | { readonly kind: 'nothing' };

export function useContent(): Content {
  const { shown } = useView('slides');
  const { stage, here } = useView('stage');
  const { shown: shownCase } = useView('cases');
  const participantId = screenAmong(here ?? stage);
  if (participantId) return { kind: 'screen', participantId };
  if (shownCase) return { kind: 'case' };
  if (shown) return { kind: 'slide', ...shown };
  return { kind: 'nothing' };
}

/** Text is read at the reader's pace and wants the room that a slide doesn't need. */
export const isText = (content: Content): boolean => content.kind === 'case';
