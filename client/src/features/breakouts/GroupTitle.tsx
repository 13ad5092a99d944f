import type { ReactElement } from 'react';
import type { Group, RoundView } from '#shared/features/breakouts.ts';
import { useGroupName } from '../../room/useGroupName.ts';
import styles from './GroupHead.module.css';
import { RoundTimer } from './RoundTimer.tsx';

/** Which group this is, and how long it has. `id` is the heading's. */
export function GroupTitle(props: { id: string; group: Group; round: RoundView }): ReactElement {
  const { id, group, round } = props;
  const groupName = useGroupName();
  return (
    <div className={styles.title}>
      <h2 id={id} className={styles.name}>
        {groupName(group.name)}
      </h2>
      <RoundTimer round={round} />
    </div>
  );
}
