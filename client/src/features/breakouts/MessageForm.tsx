import { Send } from 'lucide-react';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Announcement, maxMessage } from '#shared/features/breakouts.ts';
import { useFormat } from '../../i18n/format.ts';
import { useCommand } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import styles from './BreakoutsPanel.module.css';

/** Staff: a word to all groups, and the last one that went out. */
export function MessageForm({ announcement }: { announcement: Announcement | null }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const { send, pending } = useCommand();
  const [text, setText] = useState('');
  const say = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (pending || text.trim() === '') return;
    const reply = await send({ feature: 'breakouts', type: 'message', text: text.trim() });
    if (reply.ok) setText('');
  };
  return (
    <form className={cx(styles.choices, styles.message)} onSubmit={(event) => void say(event)}>
      <TextArea
        label={t('breakoutsStaff.message')}
        rows={1}
        maxLength={maxMessage}
        readOnly={pending}
        value={text}
        onChange={setText}
      />
      <Button type="submit" icon={Send} pending={pending} disabled={text.trim() === ''}>
        {t('breakoutsStaff.send')}
      </Button>
      {announcement && (
        <p className={styles.soft} role="status">
          {t('breakoutsStaff.lastMessage', { time: format.time(announcement.at), text: announcement.text })}
        </p>
      )}
    </form>
  );
}
