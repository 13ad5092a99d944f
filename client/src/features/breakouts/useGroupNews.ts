import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group } from '#shared/features/breakouts.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMe, useNames, useRoom, useView } from '../../room/roomHooks.ts';
import { useGroupName } from '../../room/useGroupName.ts';
import { announce } from '../../ui/announce.ts';
import { showToast } from '../../ui/toasts.ts';
import { type GroupMoment, type GroupNews, groupNews } from './groupNews.ts';

/** News of what the screen then shows by itself. */
const seen: readonly GroupNews['kind'][] = ['assigned', 'entered', 'said'];

/**
 * Announces what becomes of one's group: which it is, going there, the end coming near, the trainer's
 * word, and coming back. Call it once on a page that stands through all of it.
 */
export function useGroupNews(): void {
  const { t } = useTranslation();
  const format = useFormat();
  const { store } = useRoom();
  const { round } = useView('breakouts');
  const { id: me, space } = useMe();
  const name = useNames();
  const groupName = useGroupName();

  const others = ({ members }: Group): string => format.list(members.filter((id) => id !== me).map(name));
  const minutesTo = (endsAt: number): string =>
    format.minutes(Math.max(1, Math.round((endsAt - store.clock.now()) / 60_000)));
  const wordsOf = (news: GroupNews): string => {
    switch (news.kind) {
      case 'assigned': {
        const words = { group: groupName(news.group.name), names: others(news.group) };
        return t(words.names ? 'breakouts.assigned' : 'breakouts.assignedAlone', words);
      }
      case 'entered': {
        const group = groupName(news.group.name);
        return news.endsAt === null
          ? t('breakouts.entered', { group })
          : t('breakouts.enteredUntil', { group, time: minutesTo(news.endsAt) });
      }
      case 'said':
        return t('breakouts.said', { text: news.text });
      case 'warned':
        return t('breakouts.ends', { time: minutesTo(news.endsAt) });
      case 'helpAnswered':
        return t('breakouts.helpAnswered');
      case 'returned':
        return t(news.over ? 'breakouts.returned' : 'breakouts.left');
      case 'over':
        return t('breakouts.over');
    }
  };
  // What changes the screen is only spoken; what one could miss is shown in passing, too.
  const say = useEffectEvent((news: GroupNews): void => {
    const text = wordsOf(news);
    if (seen.includes(news.kind)) announce(text);
    else showToast({ tone: 'info', text });
  });
  const before = useRef<GroupMoment | null>(null);
  useEffect(() => {
    const now = { round, space };
    if (before.current) for (const news of groupNews(before.current, now)) say(news);
    before.current = now;
  }, [round, space]);
}
