import { Ellipsis, Headphones, Keyboard } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PhaseButton } from '../../features/session/PhaseButton.tsx';
import { PresenterSwitch } from '../../features/session/PresenterSwitch.tsx';
import { DeviceButton } from '../../features/stage/DeviceButton.tsx';
import { SoundAndPicture } from '../../features/stage/SoundAndPicture.tsx';
import { inLanguage } from '../../i18n/bilingual.ts';
import { LanguageSwitch } from '../../i18n/LanguageSwitch.tsx';
import { canShareScreen } from '../../media/devices.ts';
import { useRoom } from '../../room/roomHooks.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { BigScreenButton } from './BigScreenButton.tsx';
import { ConnectionSignal } from './ConnectionSignal.tsx';
import styles from './ConsoleHead.module.css';
import { ConsoleMore } from './ConsoleMore.tsx';

/** The console's upper edge: which class this is, one's own devices, who presents, the class's next step. */
export function ConsoleHead({ onKeys }: { onKeys: () => void }): ReactElement {
  const { info } = useRoom();
  const { t, i18n } = useTranslation();
  const [devicesShown, setDevicesShown] = useState(false);
  const [more, setMore] = useState(false);
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{inLanguage(info.title, i18n.language)}</h1>
      <div className={styles.actions}>
        <DeviceButton source="microphone" />
        <DeviceButton source="camera" />
        <span className={styles.seldom}>
          <IconButton
            icon={Headphones}
            label={t('stage.soundAndPicture')}
            onClick={() => setDevicesShown(true)}
          />
          {canShareScreen() && <DeviceButton source="screen" />}
        </span>
        <span className={styles.gap} />
        <PresenterSwitch />
        <PhaseButton closeClass={styles.close} />
      </div>
      <div className={styles.tools}>
        <BigScreenButton small />
        <IconButton icon={Keyboard} className={styles.keys} label={t('shortcuts.title')} onClick={onKeys} />
        <IconButton
          icon={Ellipsis}
          label={t('class.more')}
          aria-expanded={more}
          onClick={() => setMore(true)}
        />
        <LanguageSwitch compact />
        <ConnectionSignal />
      </div>
      {devicesShown && (
        <Dialog title={t('stage.soundAndPicture')} onClose={() => setDevicesShown(false)}>
          <SoundAndPicture />
        </Dialog>
      )}
      {more && (
        <ConsoleMore
          onDevices={() => {
            setMore(false);
            setDevicesShown(true);
          }}
          onClose={() => setMore(false)}
        />
      )}
    </header>
  );
}
