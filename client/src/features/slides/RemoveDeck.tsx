import { Trash2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deck } from '#shared/features/slides.ts';
import { useCommand } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';

/** Takes a deck out of the Session, after asking: its pages would have to be sent again. */
export function RemoveDeck({ deck }: { deck: Deck }): ReactElement {
  const { t } = useTranslation();
  const { send, pending } = useCommand();
  const [asking, setAsking] = useState(false);
  const remove = (): void => {
    void send({ feature: 'slides', type: 'removeDeck', deckId: deck.id }).then(() => setAsking(false));
  };
  return (
    <>
      <IconButton
        icon={Trash2}
        label={t('slides.remove', { title: deck.title })}
        onClick={() => setAsking(true)}
      />
      {asking && (
        <Dialog
          title={t('slides.removeTitle', { title: deck.title })}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{t('slides.keep')}</Button>
              <Button look="danger" pending={pending} onClick={remove}>
                {t('slides.removeNow')}
              </Button>
            </>
          }
        >
          <p>{t('slides.removeText')}</p>
        </Dialog>
      )}
    </>
  );
}
