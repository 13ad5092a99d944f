import { Keyboard } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GroupHead } from '../../features/breakouts/GroupHead.tsx';
import { useGroupNews } from '../../features/breakouts/useGroupNews.ts';
import { HelpCalls } from '../../features/help/HelpCalls.tsx';
import { PhaseButton } from '../../features/session/PhaseButton.tsx';
import { PresenterSwitch } from '../../features/session/PresenterSwitch.tsx';
import { PresenterNotes } from '../../features/slides/PresenterNotes.tsx';
import { DeviceButton } from '../../features/stage/DeviceButton.tsx';
import { DevicesElsewhere } from '../../features/stage/DevicesElsewhere.tsx';
import { SoundGate } from '../../features/stage/SoundGate.tsx';
import { StageStrip } from '../../features/stage/StageStrip.tsx';
import { useDeviceSwitch } from '../../features/stage/useDeviceSwitch.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { LanguageSwitch } from '../../i18n/LanguageSwitch.tsx';
import { canShareScreen } from '../../media/devices.ts';
import { useMe, useRoom, useView } from '../../room/roomHooks.ts';
import { announce } from '../../ui/announce.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { ClassContent } from './ClassContent.tsx';
import { ConnectionSignal } from './ConnectionSignal.tsx';
import styles from './Console.module.css';
import { ConsoleMaterial } from './ConsoleMaterial.tsx';
import { ConsolePeople } from './ConsolePeople.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { useContent } from './useContent.ts';
import { useShortcuts } from './useShortcuts.ts';

/** Where staff teach from: what the class sees in the middle, material on the left, people on the right. */
export default function Console(): ReactElement {
  const { info } = useRoom();
  const { t, i18n } = useTranslation();
  const content = useContent();
  useGroupNews();
  const { presenter } = useView('session');
  const me = useMe();
  const [keysShown, setKeysShown] = useState(false);
  const byKey = useDeviceKey();
  useShortcuts({
    overview: () => setKeysShown(true),
    microphone: byKey('microphone'),
    camera: byKey('camera'),
  });
  return (
    <div className={styles.console}>
      <header className={styles.head}>
        <h1 className={styles.title}>{inLanguage(info.title, i18n.language)}</h1>
        <DeviceButton source="microphone" />
        <DeviceButton source="camera" />
        {canShareScreen() && <DeviceButton source="screen" />}
        <PresenterSwitch />
        <PhaseButton />
        <IconButton icon={Keyboard} label={t('shortcuts.title')} onClick={() => setKeysShown(true)} />
        <LanguageSwitch />
        <ConnectionSignal />
      </header>
      <ConsoleMaterial />
      <main className={styles.stage} aria-label={t('console.classSees')}>
        <SoundGate />
        <DevicesElsewhere />
        <HelpCalls />
        <GroupHead />
        <StageStrip />
        <div className={styles.shown}>
          <ClassContent content={content} presenting={presenter === null || presenter === me.id} />
        </div>
        {content.kind === 'slide' && <PresenterNotes deck={content.deck} page={content.page} />}
      </main>
      <ConsolePeople />
      {keysShown && <ShortcutsDialog onClose={() => setKeysShown(false)} />}
    </div>
  );
}

/** Switches a device by its key. Nobody hears a button change that has not the focus, so it is said. */
function useDeviceKey(): (source: 'microphone' | 'camera') => () => void {
  const { t } = useTranslation();
  const devices = { microphone: useDeviceSwitch('microphone'), camera: useDeviceSwitch('camera') };
  return (source) => async () => {
    const { on, pending, toggle } = devices[source];
    if (!pending && (await toggle())) announce(t(`shortcuts.${source}${on ? 'Off' : 'On'}`));
  };
}
