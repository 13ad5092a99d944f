import { Volume2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMedia } from '../../media/useMedia.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';

/**
 * What stands between a person and the sound: the browser plays none before a tap, such as after a reload,
 * and one clear button gives it; or the browser can't play a class's at all, and another one has to.
 */
export function SoundGate(): ReactElement | null {
  const { t } = useTranslation();
  const { needsTap, allowSound, connection } = useMedia();
  if (connection === 'unsupported') return <Banner tone="warn">{t('stage.unheard')}</Banner>;
  if (!needsTap) return null;
  return (
    <Button look="primary" icon={Volume2} large wide onClick={() => void allowSound()}>
      {t('stage.hear')}
    </Button>
  );
}
