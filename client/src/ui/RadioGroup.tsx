import { type ReactElement, type ReactNode, useId } from 'react';
import styles from './Choice.module.css';
import { cx } from './cx.ts';
import { FieldError } from './Field.tsx';

export type RadioOption<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
};

type RadioGroupProps<Value extends string> = {
  label: string;
  options: readonly RadioOption<Value>[];
  /** Null while nothing is chosen. */
  value: Value | null;
  onChange: (value: Value) => void;
  disabled?: boolean;
  error?: string | undefined;
};

/** A choice of one where all options are seen, each a whole row to tap on. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>): ReactElement {
  const { label, options, value, onChange, disabled = false, error } = props;
  const id = useId();
  return (
    <fieldset className={styles.group} disabled={disabled} aria-describedby={`${id}-error`}>
      <legend className={styles.legend}>{label}</legend>
      {options.map((option) => {
        const off = disabled || option.disabled === true;
        const chosen = option.value === value;
        return (
          <label
            key={option.value}
            className={cx(styles.choice, styles.row, chosen && styles.chosen, off && styles.off)}
          >
            <input
              type="radio"
              className={styles.box}
              name={id}
              value={option.value}
              checked={chosen}
              disabled={off}
              aria-describedby={option.hint === undefined ? undefined : `${id}-${option.value}`}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
            {option.hint !== undefined && (
              <span id={`${id}-${option.value}`} className={styles.hint}>
                {option.hint}
              </span>
            )}
          </label>
        );
      })}
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  );
}
