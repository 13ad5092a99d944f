import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGroupNews } from '../../features/breakouts/useGroupNews.ts';
import { useDeviceSwitch } from '../../features/stage/useDeviceSwitch.ts';
import { announce } from '../../ui/announce.ts';
import { ResizablePanels } from '../../ui/ResizablePanels.tsx';
import styles from './Console.module.css';
import { ConsoleHead } from './ConsoleHead.tsx';
import { ConsoleMaterial } from './ConsoleMaterial.tsx';
import { ConsolePeople } from './ConsolePeople.tsx';
import { ConsoleStage } from './ConsoleStage.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { useShortcuts } from './useShortcuts.ts';

/** In rem. The middle keeps room for a slide; on a side the tabs' words must fit. */
const widths = {
  material: { initial: 19.5, min: 18.75, max: 26, rest: 44.5 },
  people: { initial: 22, min: 19, max: 32, rest: 24 },
};

/** Where staff teach from: what is shown in the middle, material on the left, people on the right. */
export default function Console(): ReactElement {
  const { t } = useTranslation();
  useGroupNews();
  const [keysShown, setKeysShown] = useState(false);
  const byKey = useDeviceKey();
  useShortcuts({
    overview: () => setKeysShown(true),
    microphone: byKey('microphone'),
    camera: byKey('camera'),
  });
  return (
    <div className={styles.console} data-console>
      <ConsoleHead onKeys={() => setKeysShown(true)} />
      <ResizablePanels
        name="console-material"
        label={t('console.materialWidth')}
        {...widths.material}
        dissolves
        first={<ConsoleMaterial />}
        second={
          <ResizablePanels
            name="console-people"
            label={t('console.peopleWidth')}
            sized="second"
            {...widths.people}
            dissolves
            first={<ConsoleStage />}
            second={<ConsolePeople />}
          />
        }
      />
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
