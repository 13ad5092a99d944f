import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, type ButtonProps } from './Button.tsx';
import { cx } from './cx.ts';
import styles from './IconButton.module.css';
import { Tooltip } from './Tooltip.tsx';

type IconButtonProps = Omit<ButtonProps, 'icon' | 'children' | 'large' | 'wide' | 'aria-label'> & {
  icon: LucideIcon;
  /** Its name: what a screen reader says and the tip shows. */
  label: string;
};

/** A button with a picture only, for actions known to everyone (close, back, full screen); others need words. */
export function IconButton({
  icon: Icon,
  label,
  look = 'plain',
  pending,
  className,
  ...rest
}: IconButtonProps): ReactElement {
  return (
    <Tooltip text={label} repeats>
      {() => (
        <Button
          {...rest}
          look={look}
          pending={pending ?? false}
          aria-label={label}
          className={cx(styles.square, look === 'plain' && styles.plain, className)}
        >
          {!pending && <Icon className={styles.icon} aria-hidden="true" />}
        </Button>
      )}
    </Tooltip>
  );
}
