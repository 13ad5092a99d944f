import { Volume2 } from 'lucide-react';
import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './SoundCheck.module.css';
import type { TestProps } from './SoundCheck.tsx';
import { playTone } from './tone.ts';

/** A tone, and what to try when it was not heard. */
export function HearingTest({ chosen, onChoose }: TestProps): ReactElement {
  const { t } = useTranslation();
  const [step, setStep] = useState<'untried' | 'asked' | 'heard' | 'unheard'>('untried');
  const button = useRef<HTMLButtonElement>(null);
  const playing = useRef(false);
  const play = (): void => {
    onChoose();
    setStep('asked');
    // Two at once would sound like something else.
    if (playing.current) return;
    playing.current = true;
    playTone()
      .catch(() => setStep('unheard'))
      .finally(() => {
        playing.current = false;
      });
  };
  const answer = (heard: boolean): void => {
    setStep(heard ? 'heard' : 'unheard');
    // The button that was tapped goes away, and would take the keyboard's place with it.
    button.current?.focus();
  };
  return (
    <>
      <Button ref={button} className={styles.button} icon={Volume2} onClick={play}>
        {t(step === 'untried' ? 'soundCheck.play' : 'soundCheck.playAgain')}
      </Button>
      <div className={styles.outcome} aria-live="polite">
        {chosen && step === 'asked' && (
          <div className={styles.question}>
            <span>{t('soundCheck.didYouHear')}</span>
            <Button onClick={() => answer(true)}>{t('soundCheck.yes')}</Button>
            <Button onClick={() => answer(false)}>{t('soundCheck.no')}</Button>
          </div>
        )}
        {chosen && step === 'heard' && <Banner tone="good">{t('soundCheck.heard')}</Banner>}
        {chosen && step === 'unheard' && (
          <Banner tone="warn" title={t('soundCheck.unheard')}>
            <ul className={styles.hints}>
              <li>{t('soundCheck.hint.volume')}</li>
              <li>{t('soundCheck.hint.silent')}</li>
              <li>{t('soundCheck.hint.bluetooth')}</li>
            </ul>
          </Banner>
        )}
      </div>
    </>
  );
}
