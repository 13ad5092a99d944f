import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useNames, useRoom, useView } from '../../room/roomHooks.ts';
import { useEnterpriseName } from '../../room/useEnterpriseName.ts';

/** Who sits before this screen: the Enterprise, the screen's name, and how many. Staff: how many are here at all. */
export function RoomLine(): ReactElement {
  const { t, i18n } = useTranslation();
  const { info } = useRoom();
  const { me, counts } = useView('people');
  const name = useNames();
  const enterprise = useEnterpriseName()(me.enterpriseId);
  const words = enterprise
    ? [enterprise, name(me.id), ...(me.heads === null ? [] : [t('bigScreen.heads', { count: me.heads })])]
    : [inLanguage(info.title, i18n.language), t('lobby.here', { count: counts.people })];
  return <p>{words.join(' · ')}</p>;
}
