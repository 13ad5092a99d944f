import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './ChatPreviewCard.module.css';
import type { ChatPreview } from './useChatPreview.ts';

type ChatPreviewCardProps = { message: ChatPreview; onOpen: () => void; onPutAway: () => void };

/** A message that has just come, and the way to answer it. */
export function ChatPreviewCard({ message, onOpen, onPutAway }: ChatPreviewCardProps): ReactElement {
  const { t } = useTranslation();
  const name = useNames();
  return (
    <Card
      raised
      title={name(message.from)}
      aside={<IconButton icon={X} label={t('ui.close')} onClick={onPutAway} />}
    >
      <p className={styles.text} dir="auto">
        {message.text}
      </p>
      <Button onClick={onOpen}>{t('chat.openIt')}</Button>
    </Card>
  );
}
