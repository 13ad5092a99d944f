import { LogOut } from 'lucide-react';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useMe } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { CallTrainer } from './CallTrainer.tsx';
import styles from './GroupHead.module.css';
import { GroupTitle } from './GroupTitle.tsx';
import { TrainerWordCard } from './TrainerWordCard.tsx';
import { useOwnGroup } from './useOwnGroup.ts';
import { useTrainerWord } from './useTrainerWord.ts';

/**
 * On top of a Breakout where there is room, on a big screen and for staff who came in: which group this is,
 * how long it has, what it is to do, the last word to all groups, and the way to a trainer, or for staff back.
 */
export function GroupHead(): ReactElement | null {
  const { t } = useTranslation();
  const own = useOwnGroup();
  const { staff } = useMe();
  const word = useTrainerWord();
  const id = useId();
  if (!own) return null;
  const { group, round } = own;
  return (
    <section className={styles.head} aria-labelledby={id} data-group={group.id}>
      <div className={styles.line}>
        <GroupTitle id={id} group={group} round={round} />
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
