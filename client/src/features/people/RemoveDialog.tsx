import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import styles from './PeoplePanel.module.css';

type RemoveDialogProps = { id: string; name: string; onClose: () => void };

/** Out of the class; or, from here, out of all that the class has kept. */
export function RemoveDialog({ id, name, onClose }: RemoveDialogProps): ReactElement {
  const { t } = useTranslation();
  const { send, pending } = useCommand();
  const [erasing, setErasing] = useState(false);
  if (erasing) return <EraseDialog id={id} name={name} onClose={onClose} />;
  return (
    <Dialog
      title={t('people.removeTitle', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('people.keep')}</Button>
          <Button
            look="danger"
            pending={pending}
            onClick={() => void send({ feature: 'people', type: 'remove', participantId: id })}
          >
            {t('people.removeNow')}
          </Button>
        </>
      }
    >
      <p>{t('people.removeText')}</p>
      <div className={styles.instead}>
        <Button look="plain" onClick={() => setErasing(true)}>
          {t('people.erase')}
        </Button>
      </div>
    </Dialog>
  );
}
