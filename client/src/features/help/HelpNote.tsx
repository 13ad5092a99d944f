import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maxNote } from '#shared/features/help.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import styles from './HelpDialog.module.css';

type HelpNoteProps = { pending: boolean; onCall: (note: string) => void };

/** What is the matter, in the member's own words. It takes the focus, since a tap asked for it. */
export function HelpNote({ pending, onCall }: HelpNoteProps): ReactElement {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);
  return (
    <form
      className={styles.kinds}
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) onCall(note.trim());
      }}
    >
      <TextArea ref={area} label={t('help.note')} maxLength={maxNote} value={note} onChange={setNote} />
      <Button type="submit" look="primary" large wide pending={pending} disabled={note.trim() === ''}>
        {t('help.send')}
      </Button>
    </form>
  );
}
