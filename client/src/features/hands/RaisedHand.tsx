import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useName, useView } from '../../room/roomHooks.ts';
import { useEnterpriseName } from '../../room/useEnterpriseName.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './HandsPanel.module.css';

/** One hand in the queue: whose it is, and what staff can do about it. */
export function RaisedHand({ id, position }: { id: string; position: number }): ReactElement {
  const { t } = useTranslation();
  const { everyone } = useView('people');
  const name = useName(id);
  const call = useCommand();
  const lower = useCommand();
  const person = everyone?.[id];
  const enterprise = useEnterpriseName()(person?.enterpriseId);
  return (
    <li className={styles.hand}>
      <span className={styles.position} aria-hidden="true">
        {position}
      </span>
      <span className={styles.who}>
        <span className={styles.name}>
          {name} {person?.seats === 0 && <Badge>{t('people.away')}</Badge>}
        </span>
        {enterprise && <small className={styles.enterprise}>{enterprise}</small>}
      </span>
      <Button
        pending={call.pending}
        aria-label={t('handsStaff.callName', { name })}
        onClick={() => void call.send({ feature: 'hands', type: 'call', participantId: id })}
      >
        {t('handsStaff.call')}
      </Button>
      <IconButton
        icon={X}
        label={t('handsStaff.lower', { name })}
        pending={lower.pending}
        onClick={() => void lower.send({ feature: 'hands', type: 'lowerFor', participantId: id })}
      />
    </li>
  );
}
