import { MonitorSmartphone } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMedia } from '../../media/useMedia.ts';
import { useView } from '../../room/roomHooks.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toasts.ts';

const devices = ['microphone', 'camera'] as const;

/** Microphone and camera have moved to another device of the same person: calm, and one tap brings them here. */
export function DevicesElsewhere(): ReactElement | null {
  const { t } = useTranslation();
  const { me } = useView('stage');
  const { connection, local, turnOn } = useMedia();
  const [pending, setPending] = useState(false);
  // A device that never had them is told by nobody that they are in use: it sees it by this.
  const elsewhere = devices.some((source) => me[source] && !local[source].mine);
  if (connection !== 'connected' || !(elsewhere || pending)) return null;
  const useHere = async (): Promise<void> => {
    setPending(true);
    for (const source of devices) {
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
