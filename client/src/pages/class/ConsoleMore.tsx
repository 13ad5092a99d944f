import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog.tsx';
import { InstallButton } from '../../ui/InstallButton.tsx';
import { ThemeSwitch } from '../../ui/ThemeSwitch.tsx';
import styles from './MoreSheet.module.css';

/** What whoever teaches sets up once: colours, and the way back into the class. */
export function ConsoleMore({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <Dialog title={t('class.more')} onClose={onClose}>
      <div className={styles.more}>
        <InstallButton />
        <ThemeSwitch />
      </div>
    </Dialog>
  );
}
