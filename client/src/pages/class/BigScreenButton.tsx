import { Projector } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { turnBigScreen, useWideDisplay } from './bigScreen.ts';

/** Shows the class in this tab as on a wall: for a projector, or several before one screen. */
export function BigScreenButton({ small = false }: { small?: boolean }): ReactElement | null {
  const { t } = useTranslation();
  const wide = useWideDisplay();
  if (!wide) return null;
  const turnOn = (): void => turnBigScreen(true);
  if (small) return <IconButton icon={Projector} label={t('bigScreen.turnOn')} onClick={turnOn} />;
  return (
    <Button icon={Projector} wide onClick={turnOn}>
      {t('bigScreen.turnOn')}
    </Button>
  );
}
