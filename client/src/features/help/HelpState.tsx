import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useNames, useView } from '../../room/roomHooks.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';

/** How my call stands: heard, or who is coming; and the way to take it back. Nothing while I haven't called. */
export function HelpState(): ReactElement | null {
  const { t } = useTranslation();
  const { mine } = useView('help');
  const name = useNames();
  const { send, pending } = useCommand();
  if (!mine) return null;
  const { kind, answeredBy } = mine;
  return (
    <Banner
      tone={answeredBy ? 'good' : 'info'}
      title={answeredBy ? t('help.coming', { name: name(answeredBy) }) : t('help.called')}
      action={
        <Button pending={pending} onClick={() => void send({ feature: 'help', type: 'cancel' })}>
          {t('help.cancel')}
        </Button>
      }
    >
      {t(`help.kind.${kind}`)}
    </Banner>
  );
}
