import { CircleAlert } from 'lucide-react';
import { type ReactElement, type ReactNode, useId } from 'react';
import { cx } from './cx.ts';
import styles from './Field.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export type FieldProps = {
  label: string;
  /** The label is there for a screen reader only, where the place says what the field is. */
  labelHidden?: boolean;
  hint?: ReactNode;
  /** What is wrong and what to do about it; absent when all is well. */
  error?: string | undefined;
};

/** What ties a control to its label, hint and error. */
export type ControlProps = { id: string; 'aria-describedby': string; 'aria-invalid': boolean };

/** Label, hint and error around a control. The error's place is always there, so that it is announced when it fills. */
export function Field(props: FieldProps & { children: (control: ControlProps) => ReactNode }): ReactElement {
  const { label, labelHidden, hint, error, children } = props;
  const id = useId();
  const labelElement = (
    <label className={styles.label} htmlFor={id}>
      {label}
    </label>
  );
  return (
    <div className={styles.field}>
      {labelHidden ? <VisuallyHidden>{labelElement}</VisuallyHidden> : labelElement}
      {hint !== undefined && (
        <div className={styles.hint} id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children({
        id,
        'aria-describedby': hint === undefined ? `${id}-error` : `${id}-hint ${id}-error`,
        'aria-invalid': error !== undefined,
      })}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

/** The place of a field's error, announced when it changes. */
export function FieldError({ id, error }: { id: string; error: string | undefined }): ReactElement {
  return (
    <div className={styles.error} id={id} aria-live="polite">
      {error !== undefined && (
        <>
          <CircleAlert className={styles.errorIcon} aria-hidden="true" />
          <span>{error}</span>
        </>
      )}
    </div>
  );
}

/** The classes of a control with a frame. */
export const controlClass = (...more: (string | undefined)[]): string => cx(styles.control, ...more);
