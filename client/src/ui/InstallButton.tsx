import { Download } from 'lucide-react';
import { type ReactElement, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { canInstall, install, watchInstall } from './install.ts';

/** Puts the classroom among the device's apps; nothing where the browser has not offered that. */
export function InstallButton(): ReactElement | null {
  const { t } = useTranslation();
  const offered = useSyncExternalStore(watchInstall, canInstall);
  if (!offered) return null;
  return (
    <Button icon={Download} onClick={install}>
      {t('class.install')}
    </Button>
  );
}
