import { Trash2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clip } from '#shared/features/clips.ts';
import { useCommand } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';

/** Takes a video out of the Session, after asking: it would have to be sent and converted again. */
export function RemoveClip({ clip: { id, title } }: { clip: Clip }): ReactElement {
  const { t } = useTranslation();
  const { send, pending } = useCommand();
  const [asking, setAsking] = useState(false);
  const remove = (): void => {
    void send({ feature: 'clips', type: 'remove', clipId: id }).then(() => setAsking(false));
  };
  return (
    <>
      <IconButton icon={Trash2} label={t('clipsStaff.remove', { title })} onClick={() => setAsking(true)} />
      {asking && (
        <Dialog
          title={t('clipsStaff.removeTitle', { title })}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{t('clipsStaff.keep')}</Button>
              <Button look="danger" pending={pending} onClick={remove}>
                {t('clipsStaff.removeNow')}
              </Button>
            </>
          }
        >
          <p>{t('clipsStaff.removeText')}</p>
        </Dialog>
      )}
    </>
  );
}
