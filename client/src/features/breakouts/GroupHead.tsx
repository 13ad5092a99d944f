import { LifeBuoy, LogOut, X } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useMe, useView } from '../../room/roomHooks.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './GroupHead.module.css';
import { groupIn } from './membership.ts';
import { RoundTimer } from './RoundTimer.tsx';
import { useGroupName } from './useGroupName.ts';

/**
 * On top of a Breakout, for members and for staff who came in: which group this is, how long it has,
 * what it is to do, the trainer's last word, and the way to call a trainer, or for staff back.
 */
export function GroupHead(): ReactElement | null {
  const { t } = useTranslation();
  const { round } = useView('breakouts');
  const { space, staff } = useMe();
  const groupName = useGroupName();
  const id = useId();
  const [read, setRead] = useState<number | null>(null);
  const group = groupIn(round, space);
  if (!round || !group) return null;
  const { brief, announcement } = round;
  return (
    <section className={styles.head} aria-labelledby={id} data-group={group.id}>
      <div className={styles.line}>
        <div className={styles.title}>
          <h2 id={id} className={styles.name}>
            {groupName(group.name)}
          </h2>
          <RoundTimer round={round} />
        </div>
        {staff ? <LeaveButton /> : <CallButton called={round.helpCalled} />}
      </div>
      {announcement && announcement.at !== read && (
        <Banner
          title={t('breakouts.fromTrainer')}
          action={<IconButton icon={X} label={t('ui.close')} onClick={() => setRead(announcement.at)} />}
        >
          {announcement.text}
        </Banner>
      )}
      {brief && (
        <details className={styles.task} open>
          <summary>{t('breakouts.task')}</summary>
          <p className={styles.text}>{brief}</p>
        </details>
      )}
    </section>
  );
}

/** It stays where it is once it is pressed, and says how the call stands. */
function CallButton({ called }: { called: boolean }): ReactElement {
  const { t } = useTranslation();
  const { send, pending } = useCommand();
  return (
    <Button
      icon={LifeBuoy}
      aria-pressed={called}
      aria-disabled={called}
      pending={pending}
      onClick={() => {
        if (!called) void send({ feature: 'breakouts', type: 'callHelp' });
      }}
    >
      {t(called ? 'breakouts.helpCalled' : 'breakouts.callHelp')}
    </Button>
  );
}

function LeaveButton(): ReactElement {
  const { t } = useTranslation();
  const { send, pending } = useCommand();
  return (
    <Button
      icon={LogOut}
      pending={pending}
      onClick={() => void send({ feature: 'breakouts', type: 'hop', groupId: null })}
    >
      {t('breakouts.leave')}
    </Button>
  );
}
