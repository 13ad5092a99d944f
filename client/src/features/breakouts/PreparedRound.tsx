import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '#shared/features/breakouts.ts';
import { useCommand } from '../../room/roomHooks.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './BreakoutsPanel.module.css';
import { GroupList } from './GroupList.tsx';
import { OpenGroups } from './OpenGroups.tsx';
import { PrepareGroups } from './PrepareGroups.tsx';

/** Staff: groups that are made but not at work: to look at, to change, to open, or to make anew. */
export function PreparedRound({ round }: { round: RoundView }): ReactElement {
  const { t } = useTranslation();
  const { send, pending } = useCommand();
  return (
    <>
      <Banner tone="good">{t('breakoutsStaff.prepared')}</Banner>
      <OpenGroups />
      <GroupList round={round} />
      <details className={styles.members}>
        <summary>{t('breakoutsStaff.prepareAgain')}</summary>
        <div className={styles.form}>
          <PrepareGroups again />
          <Button
            look="plain"
            wide
            pending={pending}
            onClick={() => void send({ feature: 'breakouts', type: 'close' })}
          >
            {t('breakoutsStaff.drop')}
          </Button>
        </div>
      </details>
    </>
  );
}
