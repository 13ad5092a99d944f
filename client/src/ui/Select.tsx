import { ChevronDown } from 'lucide-react';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import styles from './Field.module.css';
import { controlClass, Field, type FieldProps } from './Field.tsx';

export type SelectOption = { readonly value: string; readonly label: string; readonly disabled?: boolean };

type SelectProps = FieldProps &
  Omit<ComponentPropsWithRef<'select'>, 'id' | 'className' | 'onChange' | 'children'> & {
    options: readonly SelectOption[];
    onChange?: (value: string) => void;
  };

/**
 * A choice of one from a list. The browser's own: a phone shows its big wheel or sheet, which people know;
 * react-aria's would cost 45 kB.
 */
export function Select({
  label,
  labelHidden,
  hint,
  error,
  options,
  onChange,
  ...select
}: SelectProps): ReactElement {
  return (
    <Field label={label} labelHidden={labelHidden ?? false} hint={hint} error={error}>
      {(control) => (
        <div className={styles.withChevron}>
          <select
            {...select}
            {...control}
            className={controlClass(styles.select)}
            onChange={(event) => onChange?.(event.target.value)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown className={styles.chevron} aria-hidden="true" />
        </div>
      )}
    </Field>
  );
}
