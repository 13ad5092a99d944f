import { Vote } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../room/roomHooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useKeptFocus } from '../../ui/useKeptFocus.ts';
import { EarlierEntry } from './EarlierEntry.tsx';
import { LastPoll } from './LastPoll.tsx';
import { NewPoll } from './NewPoll.tsx';
import { PlannedEntry } from './PlannedEntry.tsx';
import styles from './PollsPanel.module.css';

/** Staff: the poll that the class is at, those prepared, those of before, and a way to ask something now. */
export function PollsPanel(): ReactElement {
  const { t } = useTranslation();
  const { opened, planned } = useView('polls');
  const last = opened.at(-1);
  const panel = useKeptFocus<HTMLElement>(`${last?.id} ${last?.open}`);
  const earlier = opened.slice(0, -1).reverse();
  const prepared = planned ?? [];
  return (
    <section ref={panel} tabIndex={-1} className={styles.panel} aria-label={t('pollsStaff.title')}>
      {last && <LastPoll key={last.id} poll={last} />}
      {!last && prepared.length === 0 && (
        <EmptyState icon={Vote} title={t('pollsStaff.none')}>
          {t('pollsStaff.noneText')}
        </EmptyState>
      )}
      <NewPoll />
      {prepared.length > 0 && (
        <div>
          <h2 className={styles.heading}>{t('pollsStaff.planned')}</h2>
          <ul className={styles.list}>
            {prepared.map((poll) => (
              <PlannedEntry key={poll.id} poll={poll} />
            ))}
          </ul>
        </div>
      )}
      {earlier.length > 0 && (
        <div>
          <h2 className={styles.heading}>{t('pollsStaff.earlier')}</h2>
          <ul className={styles.list}>
            {earlier.map((poll) => (
              <EarlierEntry key={poll.id} poll={poll} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
