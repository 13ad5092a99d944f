import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { HelpButton } from '../../features/help/HelpButton.tsx';
import { DeviceCode } from '../../features/people/DeviceCode.tsx';
import { HeadsChoice } from '../../features/people/HeadsChoice.tsx';
import { SharedRoomChoice } from '../../features/sharedRoom/SharedRoomChoice.tsx';
import { SoundAndPicture } from '../../features/stage/SoundAndPicture.tsx';
import { LanguageSwitch } from '../../i18n/LanguageSwitch.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { InstallButton } from '../../ui/InstallButton.tsx';
import { ThemeSwitch } from '../../ui/ThemeSwitch.tsx';
import { BigScreenButton } from './BigScreenButton.tsx';
import styles from './MoreSheet.module.css';

/** What a member needs now and then. */
export function MoreSheet({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <Dialog title={t('class.more')} onClose={onClose}>
      <div className={styles.more}>
        <HelpButton />
        <SharedRoomChoice />
        <HeadsChoice />
        <BigScreenButton />
        <SoundAndPicture />
        <DeviceCode />
        <InstallButton />
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </Dialog>
  );
}
