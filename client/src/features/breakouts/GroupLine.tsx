import { type ReactElement, type ReactNode, useId } from 'react';
import { CallTrainer } from './CallTrainer.tsx';
import styles from './GroupHead.module.css';
import { GroupTitle } from './GroupTitle.tsx';
import { useOwnGroup } from './useOwnGroup.ts';

type GroupLineProps = {
  /** Buttons beside the one that calls a trainer. */
  children: ReactNode;
  /** Drawn where one is in no group. */
  fallback: ReactElement;
};

/** A member's group on little room: which it is, how long it has, and the way to call a trainer. */
export function GroupLine({ children, fallback }: GroupLineProps): ReactElement {
  const own = useOwnGroup();
  const id = useId();
  if (!own) return fallback;
  const { group, round } = own;
  return (
    <section className={styles.member} aria-labelledby={id} data-group={group.id}>
      <GroupTitle id={id} group={group} round={round} />
      <div className={styles.actions}>
        <CallTrainer called={round.helpCalled} />
        {children}
      </div>
    </section>
  );
}
