import { Presentation } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useMe, useNames, useView } from '../../room/roomHooks.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';

/** Who turns the pages; another trainer takes it in one tap. */
export function PresenterSwitch(): ReactElement {
  const { t } = useTranslation();
  const { presenter } = useView('session');
  const me = useMe();
  const name = useNames();
  const { send, pending } = useCommand();
  if (presenter === me.id) return <Badge tone="brand">{t('session.youPresent')}</Badge>;
  return (
    <>
      {presenter && <Badge>{t('session.presents', { name: name(presenter) })}</Badge>}
      <Button
        icon={Presentation}
        pending={pending}
        onClick={() => void send({ feature: 'session', type: 'present', participantId: me.id })}
      >
        {t('session.takeOver')}
      </Button>
    </>
  );
}
