import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './PeoplePanel.module.css';

type EraseDialogProps = { id: string; name: string; onClose: () => void };

/** What goes, what stays, and that it can't be undone; so it takes two taps. */
export function EraseDialog({ id, name, onClose }: EraseDialogProps): ReactElement {
  const { t } = useTranslation();
  const { send, pending } = useCommand();
  const [sure, setSure] = useState(false);
  return (
    <Dialog
      title={t('people.eraseTitle', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('people.keep')}</Button>
          <Button
            look="danger"
            pending={pending}
            disabled={!sure}
            onClick={() => void send({ feature: 'people', type: 'erase', participantId: id })}
          >
            {t('people.eraseNow')}
          </Button>
        </>
      }
    >
      <div className={styles.erasing}>
        <p>{t('people.eraseGoes')}</p>
        <ul className={styles.goes}>
          <li>{t('people.eraseName')}</li>
          <li>{t('people.eraseWords')}</li>
          <li>{t('people.eraseVotes')}</li>
        </ul>
        <p>{t('people.eraseStays')}</p>
        <Checkbox label={t('people.eraseSure')} checked={sure} onChange={setSure} />
      </div>
    </Dialog>
  );
}
