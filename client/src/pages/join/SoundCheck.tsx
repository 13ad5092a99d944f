import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { HearingTest } from './HearingTest.tsx';
import { MicrophoneTest } from './MicrophoneTest.tsx';
import styles from './SoundCheck.module.css';

/** An Observer never speaks, and has no microphone to try. */
export type SoundCheckProps = { microphone: boolean };

/** Try the loudspeaker and the microphone before the class; both may be left out. */
export default function SoundCheck({ microphone }: SoundCheckProps): ReactElement {
  const { t } = useTranslation();
  return (
    <section className={styles.check} aria-label={t('soundCheck.title')}>
      <h2 className={styles.title}>{t('soundCheck.title')}</h2>
      <HearingTest />
      {microphone && <MicrophoneTest />}
    </section>
  );
}
