import { Hand } from 'lucide-react';
import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useMe, useView } from '../../room/roomHooks.ts';
import { announce } from '../../ui/announce.ts';
import { BarButton } from '../../ui/Bar.tsx';

/** A member's hand, in the bar: up or down, and whose turn it is before mine. */
export function HandButton(): ReactElement | null {
  const { t } = useTranslation();
  const { queue } = useView('hands');
  const { id, role } = useMe();
  const { send, pending } = useCommand();
  const position = (queue?.indexOf(id) ?? -1) + 1;
  const up = position > 0;

  // Also when staff lower it, or call its member up.
  const was = useRef(up);
  useEffect(() => {
    if (was.current === up) return;
    was.current = up;
    announce(up ? t('hands.isUp', { position }) : t('hands.isDown'));
  }, [up, position, t]);

  if (role !== 'member') return null;
  return (
    <BarButton
      icon={Hand}
      label={up ? t('hands.up', { position }) : t('hands.raise')}
      aria-pressed={up}
      pending={pending}
      onClick={() => void send({ feature: 'hands', type: up ? 'lower' : 'raise' })}
    />
  );
}
