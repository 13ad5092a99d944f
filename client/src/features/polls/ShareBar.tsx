import type { ReactElement } from 'react';
import { cx } from '../../ui/cx.ts';
import styles from './ShareBar.module.css';

type ShareBarProps = {
  /** From 0 to 1. */
  share: number;
  /** In the colour of what is right. */
  right?: boolean;
  /** Where it is drawn: under its option's words, along the edge of a button, or beside big words. */
  look?: 'line' | 'edge' | 'thick';
};

/** An option's share of the votes, for the eye: its number stands beside it. */
export function ShareBar({ share, right = false, look = 'line' }: ShareBarProps): ReactElement {
  return (
    <span className={cx(styles.track, look !== 'line' && styles[look])} aria-hidden="true">
      <span className={cx(styles.fill, right && styles.right)} style={{ transform: `scaleX(${share})` }} />
    </span>
  );
}
