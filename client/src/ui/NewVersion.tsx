import { RefreshCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';

/** In the place of something that this page can't load any more, since the site has been built anew. */
export function NewVersion(): ReactElement {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={RefreshCw}
      title={t('ui.newVersion')}
      action={
        <Button look="primary" onClick={() => location.reload()}>
          {t('ui.reload')}
        </Button>
      }
    >
      {t('ui.newVersionText')}
    </EmptyState>
  );
}
