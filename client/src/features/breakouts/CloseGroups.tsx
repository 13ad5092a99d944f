import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** Staff: brings everybody back. It asks first, since a group in the middle of a sentence can't be put back. */
export function CloseGroups(): ReactElement {
  const { t } = useTranslation();
  const { send, pending } = useCommand();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button wide onClick={() => setAsking(true)}>
        {t('breakoutsStaff.close')}
      </Button>
      {asking && (
        <Dialog
          title={t('breakoutsStaff.closeTitle')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{t('breakoutsStaff.goOn')}</Button>
              <Button
                look="danger"
                pending={pending}
                onClick={() =>
                  void send({ feature: 'breakouts', type: 'close' }).then(() => setAsking(false))
                }
              >
                {t('breakoutsStaff.close')}
              </Button>
            </>
          }
        >
          <p>{t('breakoutsStaff.closeText')}</p>
        </Dialog>
      )}
    </>
  );
}
