import { Volume2, VolumeX } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames, useView } from '../../room/roomHooks.ts';
import { Badge } from '../../ui/Badge.tsx';
import styles from './SharedRoomBadge.module.css';

/** Staff: how many of an Enterprise sit in one room, and whose device sounds. Nothing while none do. */
export function SharedRoomBadge({ enterpriseId }: { enterpriseId: string }): ReactElement | null {
  const { t } = useTranslation();
  const { byEnterprise } = useView('sharedRoom');
  const name = useNames();
  const room = byEnterprise?.[enterpriseId];
  if (!room) return null;
  const { sounding, together } = room;
  const Icon = sounding ? Volume2 : VolumeX;
  return (
    <Badge tone={sounding ? 'brand' : 'warn'}>
      <Icon className={styles.icon} aria-hidden="true" />
      {t('sharedRoomStaff.together', { count: together.length })}
      {' · '}
      {sounding ? name(sounding) : t('sharedRoomStaff.noSound')}
    </Badge>
  );
}
