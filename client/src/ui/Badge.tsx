import type { ReactElement, ReactNode } from 'react';
import styles from './Badge.module.css';
import { cx } from './cx.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export type BadgeTone = 'neutral' | 'brand' | 'good' | 'warn' | 'danger';

/**
 * A count or a short state beside a name.
 *
 * @param label what a screen reader says instead of a bare number: "3 new messages"
 */
export function Badge(props: {
  tone?: BadgeTone;
  label?: string | undefined;
  children: ReactNode;
}): ReactElement {
  const { tone = 'neutral', label, children } = props;
  return (
    <span className={cx(styles.badge, styles[tone])}>
      {label === undefined ? (
        children
      ) : (
        <>
          <span aria-hidden="true">{children}</span>
          <VisuallyHidden>{label}</VisuallyHidden>
        </>
      )}
    </span>
  );
}
