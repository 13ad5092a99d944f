import { type ReactElement, useEffect, useId, useRef } from 'react';
import { cx } from './cx.ts';
import styles from './Gauge.module.css';

type MeterProps = {
  label: string;
  /**
   * Calls with every new level, 0 to 1, and returns how to stop. Not a property, because a level changes
   * sixty times a second and React need not draw the page for that.
   */
  watch: (show: (level: number) => void) => () => void;
};

/** A level that goes up and down, such as a microphone's. */
export function Meter({ label, watch }: MeterProps): ReactElement {
  const id = useId();
  const track = useRef<HTMLDivElement>(null);
  const fill = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      watch((level) => {
        const shown = Math.min(1, Math.max(0, level));
        // A source may call once more on its way out, when the bar is gone.
        fill.current?.style.setProperty('transform', `scaleX(${shown})`);
        track.current?.setAttribute('aria-valuenow', String(Math.round(shown * 100)));
      }),
    [watch],
  );
  return (
    <div className={styles.gauge}>
      <span id={id} className={styles.words}>
        {label}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: browsers draw a meter element each in their own way. */}
      <div
        ref={track}
        className={cx(styles.track, styles.level)}
        role="meter"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={0}
      >
        <div ref={fill} className={styles.fill} style={{ transform: 'scaleX(0)' }} />
      </div>
    </div>
  );
}
