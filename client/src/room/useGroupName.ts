import { useTranslation } from 'react-i18next';
import type { Group } from '#shared/features/breakouts.ts';
import { useEnterpriseName } from './useEnterpriseName.ts';

/** What a group is called: as its Enterprise is, or by its number. */
export function useGroupName(): (name: Group['name']) => string {
  const { t } = useTranslation();
  const enterpriseName = useEnterpriseName();
  return (name) =>
    typeof name === 'number' ? t('breakouts.group', { number: name }) : (enterpriseName(name) ?? name);
}
