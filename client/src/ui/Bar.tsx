import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import { Badge } from './Badge.tsx';
import styles from './Bar.module.css';
import { cx } from './cx.ts';
import { Spinner } from './Spinner.tsx';

/** The one bar at the bottom of a phone, within reach of a thumb, clear of the system's own gestures. */
export function Bar({ label, children }: { label: string; children: ReactNode }): ReactElement {
  return (
    <footer>
      <div className={styles.bar} role="toolbar" aria-label={label}>
        {children}
      </div>
    </footer>
  );
}

type BarButtonProps = Omit<ComponentPropsWithRef<'button'>, 'children' | 'className'> & {
  icon: LucideIcon;
  label: string;
  /** Something new inside, such as unread messages; spoken with `countLabel`. */
  count?: number;
  countLabel?: string;
  danger?: boolean;
  pending?: boolean;
};

/** A big button of the bar: picture above its word. On or off with `aria-pressed`, open with `aria-expanded`. */
export function BarButton(props: BarButtonProps): ReactElement {
  const { icon: Icon, label, count = 0, countLabel, danger, pending = false, onClick, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      className={cx(styles.button, danger && styles.danger)}
      aria-disabled={pending || rest['aria-disabled']}
      onClick={(event) => !pending && onClick?.(event)}
    >
      <span className={styles.picture}>
        {pending ? <Spinner /> : <Icon className={styles.icon} aria-hidden="true" />}
      </span>
      <span className={styles.label}>{label}</span>
      {count > 0 && (
        <span className={styles.badge}>
          <Badge tone="danger" label={countLabel}>
            {count > 99 ? '99+' : count}
          </Badge>
        </span>
      )}
    </button>
  );
}
