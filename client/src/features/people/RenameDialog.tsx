import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maxName } from '#shared/basics.ts';
import { askApi } from '../../room/api.ts';
import { useRoom } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import styles from './PeoplePanel.module.css';

type RenameDialogProps = { id: string; name: string; onClose: () => void };

/** Puts a mistyped name right, for everybody at once. */
export function RenameDialog({ id, name, onClose }: RenameDialogProps): ReactElement {
  const { t } = useTranslation();
  const { info, seat } = useRoom();
  const [text, setText] = useState(name);
  const [pending, setPending] = useState(false);
  const rename = (event: FormEvent): void => {
    event.preventDefault();
    setPending(true);
    askApi(`/sessions/${info.id}/people/${id}`, { method: 'PATCH', body: { name: text }, seat }).then(
      onClose,
      () => {
        setPending(false);
        showToast({ tone: 'error', text: t('people.renameFailed') });
      },
    );
  };
  return (
    <Dialog title={t('people.renameTitle')} onClose={onClose}>
      <form className={styles.form} onSubmit={rename}>
        <TextField
          label={t('join.yourName')}
          labelHidden
          value={text}
          onChange={setText}
          maxLength={maxName}
          data-autofocus
        />
        <Button type="submit" look="primary" wide pending={pending} disabled={text.trim() === ''}>
          {t('people.renameNow')}
        </Button>
      </form>
    </Dialog>
  );
}
