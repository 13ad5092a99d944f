import { Minus, Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from './Button.tsx';
import { controlClass, Field } from './Field.tsx';
import styles from './Stepper.module.css';

type StepperProps = {
  label: string;
  /** The names of the buttons. */
  fewer: string;
  more: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
  /** The change is on its way to the server: no second one is taken. */
  pending?: boolean;
};

/** A small whole number: one tap for one more, or typed. What is out of its bounds is not taken. */
export function Stepper(props: StepperProps): ReactElement {
  const { label, fewer, more, value, min, max, onChange, pending = false } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const change = (to: number): void => {
    if (!pending && Number.isInteger(to) && to >= min && to <= max && to !== value) onChange(to);
  };
  const take = (): void => {
    if (typed !== null) change(Number(typed));
    setTyped(null);
  };
  return (
    <Field label={label}>
      {(control) => (
        <span className={styles.stepper}>
          <Button
            aria-label={fewer}
            icon={Minus}
            className={styles.step}
            aria-disabled={value <= min || pending}
            onClick={() => change(value - 1)}
          />
          <input
            {...control}
            type="number"
            inputMode="numeric"
            className={`${controlClass()} ${styles.number}`}
            min={min}
            max={max}
            value={typed ?? value}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={take}
            onKeyDown={(event) => event.key === 'Enter' && take()}
          />
          <Button
            aria-label={more}
            icon={Plus}
            className={styles.step}
            aria-disabled={value >= max || pending}
            onClick={() => change(value + 1)}
          />
        </span>
      )}
    </Field>
  );
}
