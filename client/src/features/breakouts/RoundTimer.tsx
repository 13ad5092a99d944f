import { AlarmClock, Timer } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '#shared/features/breakouts.ts';
import { useFormat } from '../../i18n/format.ts';
import { useServerNow } from '../../room/roomHooks.ts';
import { cx } from '../../ui/cx.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './RoundTimer.module.css';

/** How long the groups still have. In its last two minutes it says so, in words and colour. */
export function RoundTimer({ round }: { round: RoundView }): ReactElement | null {
  const { t } = useTranslation();
  const format = useFormat();
  const { endsAt, warned } = round;
  const now = useServerNow(endsAt !== null);
  if (endsAt === null) return null;
  const Icon = warned ? AlarmClock : Timer;
  return (
    <p className={cx(styles.timer, warned && styles.near)} role="timer">
      <Icon size="1.1em" aria-hidden="true" />
      <VisuallyHidden>{t('breakouts.timeLeft')}</VisuallyHidden>
      <span className={styles.words}>
        {format.clock(Math.ceil((endsAt - now) / 1000))}
        {warned && <span className={styles.soon}>{t('breakouts.endsSoon')}</span>}
      </span>
    </p>
  );
}
