import type { ReactElement, ReactNode } from 'react';
import styles from './Kbd.module.css';

/** A key of the keyboard, as in an overview of shortcuts. */
export function Kbd({ children }: { children: ReactNode }): ReactElement {
  return <kbd className={styles.key}>{children}</kbd>;
}
