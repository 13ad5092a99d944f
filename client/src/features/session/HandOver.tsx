import { Presentation } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useMe, useName, useView } from '../../room/roomHooks.ts';
import { IconButton } from '../../ui/IconButton.tsx';

/** Whoever presents lets another of the staff go on, in one tap; nothing for anybody else. */
export function HandOver({ id }: { id: string }): ReactElement | null {
  const { t } = useTranslation();
  const { presenter } = useView('session');
  const me = useMe();
  const name = useName(id);
  const { send, pending } = useCommand();
  if (presenter !== me.id || id === me.id) return null;
  return (
    <IconButton
      icon={Presentation}
      label={t('session.handOver', { name })}
      pending={pending}
      onClick={() => void send({ feature: 'session', type: 'present', participantId: id })}
    />
  );
}
