import type { ComponentPropsWithRef, ReactElement } from 'react';
import styles from './VisuallyHidden.module.css';

/** Text for screen readers only. */
export function VisuallyHidden(props: Omit<ComponentPropsWithRef<'span'>, 'className'>): ReactElement {
  return <span {...props} className={styles.hidden} />;
}
