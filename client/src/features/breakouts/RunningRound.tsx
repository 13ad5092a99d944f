import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '#shared/features/breakouts.ts';
import { useFormat } from '../../i18n/format.ts';
import { useCommand } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './BreakoutsPanel.module.css';
import { CloseGroups } from './CloseGroups.tsx';
import { GroupList } from './GroupList.tsx';
import { MessageForm } from './MessageForm.tsx';
import { RoundTimer } from './RoundTimer.tsx';

/** Staff: groups at work: their time, a word to all, and the end. */
export function RunningRound({ round }: { round: RoundView }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <div className={styles.line}>
        <RoundTimer round={round} />
        {round.endsAt === null ? (
          <ExtendButton minutes={5} words={t('breakoutsStaff.endIn', { count: 5 })} />
        ) : (
          <>
            <ExtendButton minutes={1} words={t('breakoutsStaff.more', { time: format.minutes(1) })} />
            <ExtendButton minutes={5} words={t('breakoutsStaff.more', { time: format.minutes(5) })} />
          </>
        )}
      </div>
      <CloseGroups />
      <MessageForm announcement={round.announcement} />
      <GroupList round={round} />
    </>
  );
}

function ExtendButton({ minutes, words }: { minutes: number; words: string }): ReactElement {
  const { send, pending } = useCommand();
  return (
    <Button pending={pending} onClick={() => void send({ feature: 'breakouts', type: 'extend', minutes })}>
      {words}
    </Button>
  );
}
