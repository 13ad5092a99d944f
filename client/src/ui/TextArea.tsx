import type { ComponentPropsWithRef, ReactElement } from 'react';
import styles from './Field.module.css';
import { controlClass, Field, type FieldProps } from './Field.tsx';

type TextAreaProps = FieldProps &
  Omit<ComponentPropsWithRef<'textarea'>, 'id' | 'className' | 'onChange'> & {
    onChange?: (value: string) => void;
  };

/** Several lines of text. It grows with its text where the browser can (Chrome 123), and can be pulled taller anywhere. */
export function TextArea({
  label,
  labelHidden,
  hint,
  error,
  onChange,
  ...area
}: TextAreaProps): ReactElement {
  return (
    <Field label={label} labelHidden={labelHidden ?? false} hint={hint} error={error}>
      {(control) => (
        <textarea
          {...area}
          {...control}
          className={controlClass(styles.area)}
          onChange={(event) => onChange?.(event.target.value)}
        />
      )}
    </Field>
  );
}
