import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../room/roomHooks.ts';
import { useGroupName } from '../../room/useGroupName.ts';
import { announce } from '../../ui/announce.ts';
import { callsForHelp } from './membership.ts';

/** How many groups wait for help, for staff. It announces new calls, so call it once on a page. */
export function useGroupCalls(): number {
  const { t } = useTranslation();
  const { round } = useView('breakouts');
  const groupName = useGroupName();
  const calls = callsForHelp(round?.groups ?? []);
  const last = calls.at(-1);
  const text = last && t('breakoutsStaff.calls', { group: groupName(last.name) });
  const key = last && `${last.id} ${last.helpSince}`;
  const said = useRef(key);
  useEffect(() => {
    if (key !== undefined && key !== said.current && text) announce(text);
    if (key !== undefined) said.current = key;
  }, [key, text]);
  return calls.length;
}
