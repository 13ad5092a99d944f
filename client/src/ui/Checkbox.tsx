import { type ReactElement, type ReactNode, useId } from 'react';
import styles from './Choice.module.css';
import { cx } from './cx.ts';

export type CheckProps = {
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  /** The change is on its way to the server: no second one is taken. */
  pending?: boolean;
};

/** A box to tick, part of something that is sent later. */
export function Checkbox(props: CheckProps): ReactElement {
  return <Check {...props} className={styles.box} />;
}

/** A switch: what it says becomes so at once, without a button to press after it. */
export function Switch(props: CheckProps): ReactElement {
  return <Check {...props} className={styles.switch} role="switch" />;
}

type Drawn = CheckProps & { className: string | undefined; role?: 'switch' };

function Check({
  label,
  hint,
  checked,
  onChange,
  disabled = false,
  pending = false,
  className,
  role,
}: Drawn): ReactElement {
  const id = useId();
  return (
    <label className={cx(styles.choice, disabled && styles.off)}>
      <input
        type="checkbox"
        role={role}
        className={className}
        checked={checked}
        disabled={disabled}
        aria-disabled={pending}
        aria-busy={pending}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => !pending && onChange(event.target.checked)}
      />
      <span id={`${id}-label`}>{label}</span>
      {hint !== undefined && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
    </label>
  );
}
