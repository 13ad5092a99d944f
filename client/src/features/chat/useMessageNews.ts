import { useTranslation } from 'react-i18next';
import { useNames } from '../../room/roomHooks.ts';
import { announce } from '../../ui/announce.ts';
import { useNewMessages } from './useNewMessages.ts';

/** While the chat is closed, a busy one is told of at most this often, in milliseconds. */
const toldEvery = 10_000;

/**
 * Announces what others write: who wrote, or the words themselves where they are on screen. Many at
 * once are counted. Call it once for each chat that is read, and once on a page for the closed one.
 */
export function useMessageNews({ read, quiet = false }: { read: boolean; quiet?: boolean }): void {
  const { t } = useTranslation();
  const name = useNames();
  useNewMessages((fresh) => {
    if (quiet) return;
    const several = (count: number): string => t('chat.new', { count });
    for (const { from, text } of fresh) {
      const words = read ? t('chat.said', { name: name(from), text }) : t('chat.from', { name: name(from) });
      announce(words, { topic: 'chat', several, atMostEvery: read ? 0 : toldEvery });
    }
  });
}
