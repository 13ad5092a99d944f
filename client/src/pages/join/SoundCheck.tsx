import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HearingTest } from './HearingTest.tsx';
import { MicrophoneTest } from './MicrophoneTest.tsx';
import styles from './SoundCheck.module.css';

/** An Observer never speaks, and has no microphone to try. */
export type SoundCheckProps = { microphone: boolean };

/** One of the two tests: only the one that was tapped last says something, so that a phone has room for the names. */
export type TestProps = { chosen: boolean; onChoose: () => void };

/** Try the loudspeaker and the microphone before the class; both may be left out. */
export default function SoundCheck({ microphone }: SoundCheckProps): ReactElement {
  const { t } = useTranslation();
  const [test, setTest] = useState<'hearing' | 'microphone' | null>(null);
  return (
    <section className={styles.check} aria-label={t('soundCheck.title')}>
      <h2 className={styles.title}>{t('soundCheck.title')}</h2>
      <HearingTest chosen={test === 'hearing'} onChoose={() => setTest('hearing')} />
      {microphone && <MicrophoneTest chosen={test === 'microphone'} onChoose={() => setTest('microphone')} />}
    </section>
  );
}
