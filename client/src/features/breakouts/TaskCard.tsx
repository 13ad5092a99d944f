import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../room/roomHooks.ts';
import { Card } from '../../ui/Card.tsx';
import styles from './GroupHead.module.css';

/** What the group is to do, in the trainer's words. */
export function TaskCard(): ReactElement | null {
  const { t } = useTranslation();
  const { round } = useView('breakouts');
  if (!round?.brief) return null;
  return (
    <Card title={t('breakouts.task')}>
      <p className={styles.text}>{round.brief}</p>
    </Card>
  );
}
