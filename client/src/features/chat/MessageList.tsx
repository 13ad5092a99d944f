import { ArrowDown, History, MessagesSquare } from 'lucide-react';
import { type ReactElement, useDeferredValue, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Message } from './Message.tsx';
import styles from './MessageList.module.css';
import { continues, markAtEnd, messagesAfter, type ReadMark } from './messages.ts';
import { useMessages } from './useMessages.ts';
import { useStayAtEnd } from './useStayAtEnd.ts';

/** So many fill a phone. The others follow, so that a cheap one does not stand still while the chat opens. */
const firstDrawn = 12;

/** The messages, the last one in sight unless one scrolled up to read. */
export function MessageList(): ReactElement {
  const { t } = useTranslation();
  const { id: me, staff } = useMe();
  const { messages: all, more, nameOf, loadEarlier, loading } = useMessages();
  const messages = useDeferredValue(all, all.slice(-firstDrawn));
  const last = messages.at(-1);
  const { list, atEnd, onScroll, toEnd } = useStayAtEnd(messages[0]?.id, last?.id);
  const [read, setRead] = useState<ReadMark>(() => markAtEnd(messages));

  // Seen while at the end, and whoever writes goes there to see it.
  useLayoutEffect(() => {
    if (atEnd) setRead({ id: last?.id ?? null, at: last?.at ?? 0 });
  }, [atEnd, last?.id, last?.at]);
  useLayoutEffect(() => {
    if (last?.from === me) toEnd();
  }, [last?.id]);

  const below = atEnd ? 0 : messagesAfter(messages, read).length;
  return (
    <div className={styles.place}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse it is scrolled by keys. */}
      <div ref={list} className={styles.scroll} onScroll={onScroll} tabIndex={0}>
        {more && (
          <Button look="plain" icon={History} wide pending={loading} onClick={loadEarlier}>
            {t('chat.earlier')}
          </Button>
        )}
        {messages.length === 0 && (
          <EmptyState icon={MessagesSquare} title={t('chat.empty')}>
            {t('chat.emptyText')}
          </EmptyState>
        )}
        <ol className={styles.messages} aria-label={t('chat.messages')}>
          {messages.map((message, index) => (
            <Message
              key={message.id}
              message={message}
              name={nameOf(message.from)}
              mine={message.from === me}
              continued={continues(message, messages[index - 1])}
              removable={staff}
            />
          ))}
        </ol>
      </div>
      {below > 0 && (
        <div className={styles.below}>
          <Button look="primary" icon={ArrowDown} onClick={toEnd}>
            {t('chat.new', { count: below })}
          </Button>
        </div>
      )}
    </div>
  );
}
