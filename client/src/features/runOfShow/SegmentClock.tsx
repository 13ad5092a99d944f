import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { useServerNow } from '../../room/roomHooks.ts';
import { Badge } from '../../ui/Badge.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { segmentTime } from './timing.ts';

/** How long the current Segment has been going, against its plan. */
export function SegmentClock({ minutes, since }: { minutes: number; since: number }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const { elapsedSeconds, share, minutesOver } = segmentTime(minutes, since, useServerNow());
  return (
    <>
      <ProgressBar
        label={t('runOfShowStaff.elapsed')}
        value={share}
        valueText={t('runOfShowStaff.of', {
          elapsed: format.clock(elapsedSeconds),
          planned: format.clock(minutes * 60),
        })}
      />
      {minutesOver > 0 && (
        <span>
          <Badge tone="warn">{t('runOfShowStaff.over', { count: minutesOver })}</Badge>
        </span>
      )}
    </>
  );
}
