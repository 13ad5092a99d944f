import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '#shared/features/breakouts.ts';
import { useCommand } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './BreakoutsPanel.module.css';
import { CloseGroups } from './CloseGroups.tsx';
import { GroupCalls } from './GroupCalls.tsx';
import { GroupList } from './GroupList.tsx';
import { MessageForm } from './MessageForm.tsx';
import { RoundTimer } from './RoundTimer.tsx';

/** Staff: groups at work: their time, who calls, a word to all, and the end. */
export function RunningRound({ round }: { round: RoundView }): ReactElement {
  return (
    <>
      <div className={styles.line}>
        <RoundTimer round={round} />
        {round.endsAt === null ? (
          <ExtendButton minutes={5} label="breakoutsStaff.endIn" />
        ) : (
          <>
            <ExtendButton minutes={1} label="breakoutsStaff.more" short />
            <ExtendButton minutes={5} label="breakoutsStaff.more" short />
          </>
        )}
      </div>
      <GroupCalls groups={round.groups ?? []} />
      <MessageForm announcement={round.announcement} />
      <GroupList round={round} />
      <CloseGroups />
    </>
  );
}

type ExtendButtonProps = {
  minutes: number;
  label: 'breakoutsStaff.more' | 'breakoutsStaff.endIn';
  /** Seen as "+5". */
  short?: boolean;
};

function ExtendButton({ minutes, label, short = false }: ExtendButtonProps): ReactElement {
  const { t } = useTranslation();
  const { send, pending } = useCommand();
  const words = t(label, { count: minutes });
  return (
    <Button
      aria-label={words}
      title={short ? words : undefined}
      pending={pending}
      onClick={() => void send({ feature: 'breakouts', type: 'extend', minutes })}
    >
      {short ? `+${minutes}` : words}
    </Button>
  );
}
