import { type ReactElement, type ReactNode, useId } from 'react';
import styles from './UiKit.module.css';

/** One family of components under a heading. */
export function KitSection({ title, children }: { title: string; children: ReactNode }): ReactElement {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** Things side by side, as many as fit. */
export function Row({ children }: { children: ReactNode }): ReactElement {
  return <div className={styles.row}>{children}</div>;
}

/** Wide things in columns that become one on a phone. */
export function Columns({ children }: { children: ReactNode }): ReactElement {
  return <div className={styles.columns}>{children}</div>;
}
