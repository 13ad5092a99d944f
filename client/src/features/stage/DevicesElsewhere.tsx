import { MonitorSmartphone } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMedia } from '../../media/useMedia.ts';
import { useView } from '../../room/roomHooks.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toasts.ts';

/** Microphone and camera have moved to another device of the same person: calm, and one tap brings them here. */
export function DevicesElsewhere(): ReactElement | null {
  const { t } = useTranslation();
  const { me } = useView('stage');
  const { devicesElsewhere, turnOn } = useMedia();
  const [pending, setPending] = useState(false);
  if (!devicesElsewhere || !(me.microphone || me.camera)) return null;
  const useHere = async (): Promise<void> => {
    setPending(true);
    for (const source of ['microphone', 'camera'] as const) {
      if (!me[source]) continue;
      const problem = await turnOn(source);
      if (problem) showToast({ tone: 'error', text: t(`stage.problem.${source}.${problem}`) });
    }
    setPending(false);
  };
  return (
    <Banner
      title={t('stage.elsewhere')}
      action={
        <Button icon={MonitorSmartphone} pending={pending} onClick={() => void useHere()}>
          {t('stage.useHere')}
        </Button>
      }
    >
      {t('stage.elsewhereText')}
    </Banner>
  );
}
