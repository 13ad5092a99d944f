import { Link2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../i18n/LanguageSwitch.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

/** Any address that is nothing: a class is entered through a link only. */
export function NoPage(): ReactElement {
  const { t } = useTranslation();
  return (
    <main>
      <EmptyState wholePage icon={Link2} title={t('join.noLink')} action={<LanguageSwitch />}>
        {t('join.useLink')}
      </EmptyState>
    </main>
  );
}
