import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../room/roomHooks.ts';
import { useKeptFocus } from '../../ui/useKeptFocus.ts';
import styles from './BreakoutsPanel.module.css';
import { PreparedRound } from './PreparedRound.tsx';
import { PrepareGroups } from './PrepareGroups.tsx';
import { RunningRound } from './RunningRound.tsx';

/** Staff: group work from making the groups to bringing everybody back. */
export function BreakoutsPanel(): ReactElement {
  const { t } = useTranslation();
  const { round } = useView('breakouts');
  const panel = useKeptFocus<HTMLElement>(round ? (round.open ? 'open' : 'prepared') : 'none');
  return (
    <section ref={panel} tabIndex={-1} className={styles.panel} aria-label={t('breakoutsStaff.title')}>
      {!round && <PrepareGroups />}
      {round && !round.open && <PreparedRound round={round} />}
      {round?.open && <RunningRound round={round} />}
    </section>
  );
}
