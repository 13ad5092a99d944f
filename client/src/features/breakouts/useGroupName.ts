import { useTranslation } from 'react-i18next';
import type { Group } from '#shared/features/breakouts.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useRoom } from '../../room/roomHooks.ts';

/** What a group is called: as its Enterprise is, or by its number. */
export function useGroupName(): (name: Group['name']) => string {
  const { t, i18n } = useTranslation();
  const { info } = useRoom();
  return (name) => {
    if (typeof name === 'number') return t('breakouts.group', { number: name });
    const enterprise = info.enterprises.find(({ id }) => id === name);
    return enterprise ? inLanguage(enterprise.name, i18n.language) : name;
  };
}
