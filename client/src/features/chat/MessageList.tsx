import { ArrowDown, History, MessagesSquare } from 'lucide-react';
import { type ReactElement, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Message } from './Message.tsx';
import styles from './MessageList.module.css';
import { continues, markAtEnd, messagesAfter, type ReadMark } from './messages.ts';
import { useInSteps } from './useInSteps.ts';
import { useMessages } from './useMessages.ts';
import { useStayAtEnd } from './useStayAtEnd.ts';

/** The messages, the last one in sight unless one scrolled up to read. */
export function MessageList(): ReactElement {
  const { t } = useTranslation();
  const { id: me, staff } = useMe();
  const { messages: all, more, nameOf, loadEarlier, loading } = useMessages();
  const messages = useInSteps(all);
  const last = messages.at(-1);
  const { list, atEnd, onScroll, toEnd } = useStayAtEnd(messages[0]?.id, last?.id);
  // A ref: it is only asked for once one has left the end, and then stays as it is.
  const read = useRef<ReadMark>(markAtEnd(all));

  // Seen while at the end, and whoever writes goes there to see it.
  useLayoutEffect(() => {
    if (atEnd) read.current = markAtEnd(all);
  }, [atEnd, all]);
  useLayoutEffect(() => {
    if (last?.from === me) toEnd();
  }, [last?.id]);

  const below = atEnd ? 0 : messagesAfter(messages, read.current).length;
  return (
    <div className={styles.place}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse it is scrolled by keys. */}
      <div ref={list} className={styles.scroll} onScroll={onScroll} tabIndex={0}>
        {more && (
          <Button look="plain" icon={History} wide pending={loading} onClick={loadEarlier}>
            {t('chat.earlier')}
          </Button>
        )}
        {all.length === 0 && (
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
