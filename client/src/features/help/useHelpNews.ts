import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames, useView } from '../../room/roomHooks.ts';
import { announce } from '../../ui/announce.ts';

/** How many calls nobody has answered, for staff. It announces new ones, so call it once on a page. */
export function useHelpNews(): number {
  const { t } = useTranslation();
  const { calls } = useView('help');
  const name = useNames();
  const before = useRef(calls);
  useEffect(() => {
    const known = new Set(before.current?.map(({ participantId }) => participantId));
    const last = calls?.findLast(({ participantId }) => !known.has(participantId));
    if (last)
      announce(t('helpStaff.calls', { name: name(last.participantId), what: t(`help.kind.${last.kind}`) }));
    before.current = calls;
  }, [calls, name, t]);
  return calls?.filter(({ answeredBy }) => answeredBy === null).length ?? 0;
}
