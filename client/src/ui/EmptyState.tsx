import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './EmptyState.module.css';

type EmptyStateProps = {
  icon: LucideIcon;
  title: string;
  /** What will be here, and what makes it come. */
  children?: ReactNode;
  action?: ReactNode;
  /** This is all that the page has to say, so the title is the page's heading. */
  wholePage?: boolean;
};

/** A place where nothing is yet. */
export function EmptyState(props: EmptyStateProps): ReactElement {
  const { icon: Icon, title, children, action, wholePage = false } = props;
  const Title = wholePage ? 'h1' : 'p';
  return (
    <div className={cx(styles.empty, wholePage && styles.whole)}>
      <Icon className={styles.icon} aria-hidden="true" />
      <Title className={styles.title}>{title}</Title>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
