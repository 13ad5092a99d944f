import { type ReactElement, useId } from 'react';
import { useFormat } from '../i18n/format.ts';
import { cx } from './cx.ts';
import styles from './Gauge.module.css';

type ProgressBarProps = {
  label: string;
  /** 0 to 1, or null while nobody knows how much there is. */
  value: number | null;
  /** Instead of the percentage: "page 3 of 20". */
  valueText?: string;
};

/** How far something has come that ends by itself. */
export function ProgressBar({ label, value, valueText }: ProgressBarProps): ReactElement {
  const id = useId();
  const { percent } = useFormat();
  const said = valueText ?? (value === null ? '' : percent(value));
  return (
    <div className={styles.gauge}>
      <div className={styles.words}>
        <span id={id}>{label}</span>
        <span className={styles.value}>{said}</span>
      </div>
      <div
        className={styles.track}
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(value !== null && { 'aria-valuenow': Math.round(value * 100), 'aria-valuetext': said })}
      >
        <div
          className={cx(styles.fill, value === null && styles.waiting)}
          style={value === null ? undefined : { transform: `scaleX(${value})` }}
        />
      </div>
    </div>
  );
}
