import { type ReactElement, type ReactNode, useId } from 'react';
import { useMe, useView } from '../../room/roomHooks.ts';
import { CallTrainer } from './CallTrainer.tsx';
import styles from './GroupHead.module.css';
import { groupIn } from './membership.ts';
import { RoundTimer } from './RoundTimer.tsx';
import { useGroupName } from './useGroupName.ts';

type GroupLineProps = {
  /** Buttons beside the one that calls a trainer. */
  children: ReactNode;
  /** Drawn where one is in no group. */
  fallback: ReactElement;
};

/** A member's group on little room: which it is, how long it has, and the way to call a trainer. */
export function GroupLine({ children, fallback }: GroupLineProps): ReactElement {
  const { round } = useView('breakouts');
  const { space } = useMe();
  const groupName = useGroupName();
  const id = useId();
  const group = groupIn(round, space);
  if (!round || !group) return fallback;
  return (
    <section className={styles.member} aria-labelledby={id} data-group={group.id}>
      <div className={styles.title}>
        <h2 id={id} className={styles.name}>
          {groupName(group.name)}
        </h2>
        <RoundTimer round={round} />
      </div>
      <div className={styles.actions}>
        <CallTrainer called={round.helpCalled} />
        {children}
      </div>
    </section>
  );
}
