import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useFormat } from '../../i18n/format.ts';
import { useNames, useRoom, useView } from '../../room/roomHooks.ts';
import type { ClassSight } from './useClassSight.ts';
import type { Content } from './useContent.ts';

/** What the class sees, in sentences, the main thing first: for whoever doesn't see the thumbnail. */
export function useSightWords({ waiting, content, poll, groups, cameras }: ClassSight): string[] {
  const { info } = useRoom();
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const name = useNames();
  const ofContent = useContentWords();
  if (waiting) return [t('classSight.lobby', { time: format.time(info.startsAt) })];
  const words = [ofContent(content)];
  if (groups > 0) words.unshift(t('classSight.groups', { count: groups }));
  if (poll) {
    const question = inLanguage(poll.question, i18n.language);
    words.push(t(poll.open ? 'classSight.poll' : 'classSight.results', { question }));
  }
  if (cameras.length > 0) words.push(t('classSight.cameras', { names: format.list(cameras.map(name)) }));
  return words;
}

function useContentWords(): (content: Content) => string {
  const { t, i18n } = useTranslation();
  const { shown, all } = useView('cases');
  const title = all?.find(({ id }) => id === shown?.caseId)?.title;
  const name = useNames();
  return (content) => {
    switch (content.kind) {
      case 'screen':
        return t('classSight.screen', { name: name(content.participantId) });
      case 'worksheet':
        return t('classSight.worksheet');
      case 'case':
        return t('classSight.case', { title: title ? inLanguage(title, i18n.language) : '' });
      case 'clip':
        return t('clips.shows', { title: content.clip.title });
      case 'slide':
        return t('slides.pageOf', { page: content.page + 1, pages: content.deck.pages.length });
      case 'poll':
      case 'nothing':
        return t('class.nothingShown');
    }
  };
}
