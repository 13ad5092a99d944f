import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomStore } from '../../room/RoomStore.ts';
import { useName, useRoom, useView } from '../../room/roomHooks.ts';
import { useGroupName } from '../../room/useGroupName.ts';
import { announce } from '../../ui/announce.ts';
import type { Content } from './useContent.ts';

/** What was told last, so that looking elsewhere and back is no news. */
const told = new WeakMap<RoomStore, string>();

/**
 * Announces what the class is shown now: a new slide by its number, a screen, a Worksheet. A case and
 * a poll say their own words. Quiet for whoever turns the pages.
 */
export function useContentNews(content: Content, quiet: boolean): void {
  const { t } = useTranslation();
  const { store } = useRoom();
  const { stage } = useView('worksheets');
  const sharer = useName(content.kind === 'screen' ? content.participantId : '');
  const nameOfGroup = useGroupName();
  const wordsOf = (): string => {
    switch (content.kind) {
      case 'slide':
        return t('slides.pageOf', { page: content.page + 1, pages: content.deck.pages.length });
      case 'clip':
        return t('clips.shows', { title: content.clip.title });
      case 'screen':
        return t('class.screenOf', { name: sharer });
      case 'worksheet':
        return stage ? t('worksheets.onStage', { group: nameOfGroup(stage.groupName) }) : '';
      case 'poll':
      case 'case':
      case 'nothing':
        return '';
    }
  };
  const { kind } = content;
  const words = wordsOf();
  const what = content.kind === 'slide' ? `${content.deck.id} ${content.page}` : `${kind} ${words}`;
  useEffect(() => {
    const isNew = told.get(store) !== what;
    told.set(store, what);
    if (isNew && !quiet && words !== '') announce(words, { topic: 'content' });
    // Not when the language changes.
  }, [store, what, quiet]);
}
