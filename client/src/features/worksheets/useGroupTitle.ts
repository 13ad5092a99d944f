import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useRoom } from '../../room/roomHooks.ts';

/** What the group of a Worksheet is called: as its Enterprise is, or by its number. */
export function useGroupTitle(): (name: string | number) => string {
  const { t, i18n } = useTranslation();
  const { info } = useRoom();
  return (name) => {
    if (typeof name === 'number') return t('worksheets.group', { number: name });
    const enterprise = info.enterprises.find(({ id }) => id === name);
    return enterprise ? inLanguage(enterprise.name, i18n.language) : name;
  };
}
