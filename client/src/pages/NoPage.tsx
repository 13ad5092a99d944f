import { Link2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../i18n/LanguageSwitch.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { goTo } from './address.ts';
import { lastClass } from './savedSeats.ts';

/** Any address that is nothing: a class is entered through a link only. */
export function NoPage(): ReactElement {
  const { t } = useTranslation();
  const last = lastClass();
  return (
    <main>
      <EmptyState
        wholePage
        icon={Link2}
        title={t('join.noLink')}
        action={
          <>
            {last && (
              <Button look="primary" onClick={() => goTo(last)}>
                {t('join.backToClass')}
              </Button>
            )}
            <LanguageSwitch />
          </>
        }
      >
        {t('join.useLink')}
      </EmptyState>
    </main>
  );
}
