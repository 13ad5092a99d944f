import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerNow, useView } from '../../room/roomHooks.ts';
import { Badge } from '../../ui/Badge.tsx';
import { minutesLate } from './timing.ts';

/** Whether the class will end in time as things go. */
export function Pace(): ReactElement | null {
  const { t } = useTranslation();
  const { startedAt } = useView('session');
  const late = minutesLate(useView('runOfShow'), startedAt, useServerNow());
  if (late === null) return null;
  return (
    <p>
      {late > 0 && <Badge tone="warn">{t('runOfShowStaff.late', { count: late })}</Badge>}
      {late < 0 && <Badge>{t('runOfShowStaff.early', { count: -late })}</Badge>}
      {late === 0 && <Badge tone="good">{t('runOfShowStaff.onTime')}</Badge>}
    </p>
  );
}
