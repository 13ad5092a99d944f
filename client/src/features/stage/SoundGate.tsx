import { Volume2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMedia } from '../../media/useMedia.ts';
import { Button } from '../../ui/Button.tsx';

/** The browser plays no sound before a tap, such as after a reload: one clear button that gives it. */
export function SoundGate(): ReactElement | null {
  const { t } = useTranslation();
  const { needsTap, allowSound } = useMedia();
  if (!needsTap) return null;
  return (
    <Button look="primary" icon={Volume2} large wide onClick={() => void allowSound()}>
      {t('stage.hear')}
    </Button>
  );
}
