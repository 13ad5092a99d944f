import { type ReactElement, type ReactNode, useId } from 'react';
import styles from './Card.module.css';
import { cx } from './cx.ts';

type CardProps = {
  title?: string;
  /** Beside the title: a badge, an icon button. */
  aside?: ReactNode;
  /** Floats above the page, as a poll does that has just opened. */
  raised?: boolean;
  children: ReactNode;
};

/** One thing on a surface of its own; with a title it is a region that a screen reader can go to. */
export function Card({ title, aside, raised, children }: CardProps): ReactElement {
  const id = useId();
  return (
    <section
      className={cx(styles.card, raised && styles.raised)}
      aria-labelledby={title === undefined ? undefined : id}
    >
      {(title !== undefined || aside !== undefined) && (
        <div className={styles.head}>
          {title !== undefined && <h2 id={id}>{title}</h2>}
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
