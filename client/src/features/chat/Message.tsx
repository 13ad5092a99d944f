import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatMessage } from '#shared/features/chat.ts';
import { useFormat } from '../../i18n/format.ts';
import { cx } from '../../ui/cx.ts';
import styles from './Message.module.css';
import { RemoveMessage } from './RemoveMessage.tsx';

type MessageProps = {
  message: ChatMessage;
  name: string;
  mine: boolean;
  /** The same person goes on: the heading above says who. */
  continued: boolean;
  removable: boolean;
};

/** One message; one's own stands at the other side. Kept as it is drawn while others come. */
export const Message = memo(function Message(props: MessageProps): ReactElement {
  const { message, name, mine, continued, removable } = props;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li
      className={cx(styles.message, mine && styles.mine, continued && styles.continued)}
      data-message={message.id}
    >
      {!continued && (
        <p className={styles.by}>
          <strong className={styles.name}>{mine ? t('chat.you') : name}</strong>{' '}
          <time dateTime={new Date(message.at).toISOString()}>{format.time(message.at)}</time>
        </p>
      )}
      <div className={styles.row}>
        <p className={styles.text} dir="auto">
          {message.text}
        </p>
        {removable && <RemoveMessage messageId={message.id} name={name} />}
      </div>
    </li>
  );
});
