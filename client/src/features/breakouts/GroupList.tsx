import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '#shared/features/breakouts.ts';
import { useView } from '../../room/roomHooks.ts';
import styles from './BreakoutsPanel.module.css';
import { GroupEntry } from './GroupEntry.tsx';
import { groupless } from './membership.ts';
import { PeopleOfGroup } from './PeopleOfGroup.tsx';

/** Staff: all groups, and who is in none. */
export function GroupList({ round }: { round: RoundView }): ReactElement {
  const { t } = useTranslation();
  const { everyone } = useView('people');
  const groups = round.groups ?? [];
  const alone = groupless(everyone ?? {}, groups);
  return (
    <>
      <section>
        <h2 className={styles.heading}>{t('breakoutsStaff.groups', { count: groups.length })}</h2>
        <ul className={styles.groups}>
          {groups.map((group) => (
            <GroupEntry key={group.id} group={group} open={round.open} />
          ))}
        </ul>
      </section>
      {alone.length > 0 && (
        <section className={styles.choices}>
          <h2 className={styles.heading}>{t('breakoutsStaff.groupless')}</h2>
          <p className={styles.soft}>{t('breakoutsStaff.grouplessText')}</p>
          <PeopleOfGroup ids={alone} />
        </section>
      )}
    </>
  );
}
