import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, useView } from '../../room/roomHooks.ts';
import { Banner } from '../../ui/Banner.tsx';
import styles from './ChatPanel.module.css';
import { ChatSwitch } from './ChatSwitch.tsx';
import { Composer } from './Composer.tsx';
import { MessageList } from './MessageList.tsx';
import { useMessageNews } from './useMessageNews.ts';

/** What people write in my Space. It fills its place, and in a Dialog takes the height that there is. */
export function ChatPanel(): ReactElement | null {
  const { t } = useTranslation();
  const chat = useView('chat');
  const { staff, space } = useMe();
  useMessageNews({ read: true });
  if (!chat) return null;
  return (
    <section className={styles.panel} aria-label={t('chat.title')}>
      {staff && <ChatSwitch open={chat.open} />}
      <MessageList key={space} />
      {chat.open || staff ? <Composer /> : <Banner>{t('chat.closed')}</Banner>}
    </section>
  );
}
