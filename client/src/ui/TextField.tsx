import type { ComponentPropsWithRef, ReactElement } from 'react';
import { controlClass, Field, type FieldProps } from './Field.tsx';

type TextFieldProps = FieldProps &
  Omit<ComponentPropsWithRef<'input'>, 'id' | 'className' | 'onChange'> & {
    onChange?: (value: string) => void;
  };

/** One line of text. */
export function TextField({
  label,
  labelHidden,
  hint,
  error,
  onChange,
  ...input
}: TextFieldProps): ReactElement {
  return (
    <Field label={label} labelHidden={labelHidden ?? false} hint={hint} error={error}>
      {(control) => (
        <input
          {...input}
          {...control}
          className={controlClass()}
          onChange={(event) => onChange?.(event.target.value)}
        />
      )}
    </Field>
  );
}
