import { Headphones } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PhaseButton } from '../../features/session/PhaseButton.tsx';
import { DeviceButton } from '../../features/stage/DeviceButton.tsx';
import { canShareScreen } from '../../media/devices.ts';
import { useView } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { InstallButton } from '../../ui/InstallButton.tsx';
import { ThemeSwitch } from '../../ui/ThemeSwitch.tsx';
import styles from './MoreSheet.module.css';

type ConsoleMoreProps = { onDevices: () => void; onClose: () => void };

/** What whoever teaches sets up once; on a phone also what its head has no room for. */
export function ConsoleMore({ onDevices, onClose }: ConsoleMoreProps): ReactElement {
  const { t } = useTranslation();
  const { phase } = useView('session');
  return (
    <Dialog title={t('class.more')} onClose={onClose}>
      <div className={styles.more}>
        <div className={styles.onPhones}>
          <Button icon={Headphones} onClick={onDevices}>
            {t('stage.soundAndPicture')}
          </Button>
          {canShareScreen() && <DeviceButton source="screen" />}
        </div>
        <InstallButton />
        <ThemeSwitch />
        {phase === 'live' && (
          <div className={styles.onPhones}>
            <PhaseButton />
          </div>
        )}
      </div>
    </Dialog>
  );
}
