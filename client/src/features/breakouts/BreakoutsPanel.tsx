import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../room/roomHooks.ts';
import styles from './BreakoutsPanel.module.css';
import { PreparedRound } from './PreparedRound.tsx';
import { PrepareGroups } from './PrepareGroups.tsx';
import { RunningRound } from './RunningRound.tsx';

/** Staff: group work from making the groups to bringing everybody back. */
export function BreakoutsPanel(): ReactElement {
  const { t } = useTranslation();
  const { round } = useView('breakouts');
  return (
    <section className={styles.panel} aria-label={t('breakoutsStaff.title')}>
      {!round && <PrepareGroups />}
      {round && !round.open && <PreparedRound round={round} />}
      {round?.open && <RunningRound round={round} />}
    </section>
  );
}
