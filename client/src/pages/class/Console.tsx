import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { GroupHead } from '../../features/breakouts/GroupHead.tsx';
import { HelpCalls } from '../../features/help/HelpCalls.tsx';
import { PhaseButton } from '../../features/session/PhaseButton.tsx';
import { PresenterSwitch } from '../../features/session/PresenterSwitch.tsx';
import { PresenterNotes } from '../../features/slides/PresenterNotes.tsx';
import { DeviceButton } from '../../features/stage/DeviceButton.tsx';
import { SoundGate } from '../../features/stage/SoundGate.tsx';
import { StageStrip } from '../../features/stage/StageStrip.tsx';
import { inLanguage } from '../../i18n/bilingual.ts';
import { LanguageSwitch } from '../../i18n/LanguageSwitch.tsx';
import { canShareScreen } from '../../media/devices.ts';
import { useMe, useRoom, useView } from '../../room/roomHooks.ts';
import { ClassContent } from './ClassContent.tsx';
import styles from './Console.module.css';
import { ConsoleMaterial } from './ConsoleMaterial.tsx';
import { ConsolePeople } from './ConsolePeople.tsx';
import { useContent } from './useContent.ts';

/** Where staff teach from: what the class sees in the middle, material on the left, people on the right. */
export default function Console(): ReactElement {
  const { info } = useRoom();
  const { t, i18n } = useTranslation();
  const content = useContent();
  const { presenter } = useView('session');
  const me = useMe();
  return (
    <div className={styles.console}>
      <header className={styles.head}>
        <h1 className={styles.title}>{inLanguage(info.title, i18n.language)}</h1>
        <DeviceButton source="microphone" />
        <DeviceButton source="camera" />
        {canShareScreen() && <DeviceButton source="screen" />}
        <PresenterSwitch />
        <PhaseButton />
        <LanguageSwitch />
      </header>
      <ConsoleMaterial />
      <main className={styles.stage} aria-label={t('console.classSees')}>
        <SoundGate />
        <HelpCalls />
        <GroupHead />
        <StageStrip />
        <div className={styles.shown}>
          <ClassContent content={content} presenting={presenter === null || presenter === me.id} />
        </div>
        {content.kind === 'slide' && <PresenterNotes deck={content.deck} page={content.page} />}
      </main>
      <ConsolePeople />
    </div>
  );
}
