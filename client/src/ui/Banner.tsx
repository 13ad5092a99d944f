import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import styles from './Banner.module.css';
import { cx } from './cx.ts';

export type BannerTone = 'info' | 'good' | 'warn' | 'error';

const icons = { info: Info, good: CircleCheck, warn: TriangleAlert, error: CircleAlert };

type BannerProps = {
  tone?: BannerTone;
  title?: string;
  /** What happened and what to do next. */
  children?: ReactNode;
  /** A button, at the end of the line or below it. */
  action?: ReactNode;
};

/** Something to know that stays as long as it is so: calm, in its place, announced when it appears. */
export function Banner({ tone = 'info', title, children, action }: BannerProps): ReactElement {
  const Icon = icons[tone];
  return (
    <div className={cx(styles.banner, styles[tone])} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon className={styles.icon} aria-hidden="true" />
      <div className={styles.words}>
        {title !== undefined && <strong className={styles.title}>{title}</strong>}
        {children}
      </div>
      {action}
    </div>
  );
}
