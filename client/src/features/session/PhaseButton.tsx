import { Flag, Play } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useView } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/**
 * The next step of the class's life. Members wait in the lobby from the first, so nothing opens it here. Closing asks
 * first, since it can't be undone.
 */
export function PhaseButton({
  closeClass,
}: {
  /** Of the button that closes the class, which is needed once. */
  closeClass?: string | undefined;
}): ReactElement | null {
  const { t } = useTranslation();
  const { phase } = useView('session');
  const { send, pending } = useCommand();
  const [asking, setAsking] = useState(false);
  if (phase === 'closed') return null;
  if (phase !== 'live')
    return (
      <Button
        look="primary"
        icon={Play}
        pending={pending}
        onClick={() => void send({ feature: 'session', type: 'start' })}
      >
        {t('session.start')}
      </Button>
    );
  return (
    <>
      <Button icon={Flag} className={closeClass} onClick={() => setAsking(true)}>
        {t('session.close')}
      </Button>
      {asking && (
        <Dialog
          title={t('session.closeTitle')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{t('session.goOn')}</Button>
              <Button
                look="danger"
                pending={pending}
                onClick={() => void send({ feature: 'session', type: 'close' }).then(() => setAsking(false))}
              >
                {t('session.closeForAll')}
              </Button>
            </>
          }
        >
          <p>{t('session.closeText')}</p>
        </Dialog>
      )}
    </>
  );
}
