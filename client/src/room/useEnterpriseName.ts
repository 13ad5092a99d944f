import { useTranslation } from 'react-i18next';
import { inLanguage } from '../i18n/bilingual.ts';
import { useRoom } from './roomHooks.ts';

/** What an Enterprise of this Session is called, in the person's language; undefined for an id that none has. */
export function useEnterpriseName(): (id: string | null | undefined) => string | undefined {
  const { i18n } = useTranslation();
  const { info } = useRoom();
  return (id) => {
    const enterprise = info.enterprises.find((each) => each.id === id);
    return enterprise && inLanguage(enterprise.name, i18n.language);
  };
}
