import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef, MouseEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Button.module.css';
import { cx } from './cx.ts';
import { Spinner } from './Spinner.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** `primary` is the one clear action of a screen, `quiet` all others, `plain` an action inside text or a row. */
export type ButtonLook = 'primary' | 'quiet' | 'plain' | 'danger';

export type ButtonProps = ComponentPropsWithRef<'button'> & {
  look?: ButtonLook;
  /** A lucide icon shown before the label. */
  icon?: LucideIcon;
  large?: boolean;
  /** Takes the whole width. */
  wide?: boolean;
  /** The click is on its way to the server. The button keeps its focus and its size, and takes no second click. */
  pending?: boolean;
};

/** The classes of a button, for links and triggers that must look like one. */
export function buttonClass(look: ButtonLook = 'quiet', large = false, wide = false): string {
  return cx(styles.button, styles[look], large && styles.large, wide && styles.wide);
}

/** A native button: react-aria's would add 10.5 kB to the join page and nothing that it needs. */
export function Button(props: ButtonProps): ReactElement {
  const { look, icon: Icon, large, wide, pending = false, className, children, onClick, ...rest } = props;
  const { t } = useTranslation();
  const click = (event: MouseEvent<HTMLButtonElement>): void => {
    if (pending) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      className={cx(buttonClass(look, large, wide), className)}
      aria-disabled={pending || rest['aria-disabled']}
      onClick={click}
    >
      {pending ? <Spinner /> : Icon && <Icon className={styles.icon} aria-hidden="true" />}
      {children}
      {pending && <VisuallyHidden>{t('ui.pending')}</VisuallyHidden>}
    </button>
  );
}
