import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames, useView } from '../../room/roomHooks.ts';
import { announce } from '../../ui/announce.ts';

/** Announces each hand that goes up, for staff. Call it once on a page. */
export function useHandNews(): void {
  const { t } = useTranslation();
  const { queue } = useView('hands');
  const name = useNames();
  const before = useRef(queue);
  useEffect(() => {
    // New hands are at the end: only of the last one is it worth speaking.
    const last = queue?.at(-1);
    if (last !== undefined && !before.current?.includes(last))
      announce(t('handsStaff.raised', { name: name(last) }));
    before.current = queue;
  }, [queue, name, t]);
}
