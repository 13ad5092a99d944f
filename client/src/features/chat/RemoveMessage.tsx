import { Trash2 } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './RemoveMessage.module.css';

/** Takes a message away from everybody. It asks where it stands, since there is no way back. */
export function RemoveMessage({ messageId, name }: { messageId: string; name: string }): ReactElement {
  const { t } = useTranslation();
  const { send, pending } = useCommand();
  const [asking, setAsking] = useState(false);
  const asked = useRef(false);
  const keep = useRef<HTMLButtonElement>(null);
  const ask = useRef<HTMLButtonElement>(null);

  // The button that was pressed goes away: the focus goes to what came in its place.
  useEffect(() => {
    if (asking) keep.current?.focus();
    else if (asked.current) ask.current?.focus();
    asked.current = asking;
  }, [asking]);

  if (!asking)
    return (
      <IconButton
        ref={ask}
        icon={Trash2}
        className={styles.ask}
        label={t('chatStaff.remove', { name })}
        onClick={() => setAsking(true)}
      />
    );
  return (
    <fieldset className={styles.asking} aria-label={t('chatStaff.removeTitle')}>
      <span>{t('chatStaff.removeTitle')}</span>
      <Button ref={keep} onClick={() => setAsking(false)}>
        {t('chatStaff.keep')}
      </Button>
      <Button
        look="danger"
        pending={pending}
        onClick={() => void send({ feature: 'chat', type: 'remove', messageId })}
      >
        {t('chatStaff.removeNow')}
      </Button>
    </fieldset>
  );
}
