import { LogOut } from 'lucide-react';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useMe, useView } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { CallTrainer } from './CallTrainer.tsx';
import styles from './GroupHead.module.css';
import { groupIn } from './membership.ts';
import { RoundTimer } from './RoundTimer.tsx';
import { TrainerWordCard } from './TrainerWordCard.tsx';
import { useGroupName } from './useGroupName.ts';
import { useTrainerWord } from './useTrainerWord.ts';

/**
 * On top of a Breakout where there is room, on a big screen and for staff who came in: which group this is,
 * how long it has, what it is to do, the last word to all groups, and the way to a trainer, or for staff back.
 */
export function GroupHead(): ReactElement | null {
  const { t } = useTranslation();
  const { round } = useView('breakouts');
  const { space, staff } = useMe();
  const groupName = useGroupName();
  const word = useTrainerWord();
  const id = useId();
  const group = groupIn(round, space);
  if (!round || !group) return null;
  return (
    <section className={styles.head} aria-labelledby={id} data-group={group.id}>
      <div className={styles.line}>
        <div className={styles.title}>
          <h2 id={id} className={styles.name}>
            {groupName(group.name)}
          </h2>
          <RoundTimer round={round} />
        </div>
        {staff ? <LeaveButton /> : <CallTrainer called={round.helpCalled} />}
      </div>
      {word && <TrainerWordCard word={word} />}
      {round.brief && (
        <details className={styles.task} open>
          <summary>{t('breakouts.task')}</summary>
          <p className={styles.text}>{round.brief}</p>
        </details>
      )}
    </section>
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
