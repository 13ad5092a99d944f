import { Mic, Square } from 'lucide-react';
import { type ReactElement, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceProblem } from '../../media/deviceProblems.ts';
import { type Level, openMicrophone } from '../../media/microphoneLevel.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Meter } from '../../ui/Meter.tsx';
import styles from './SoundCheck.module.css';
import type { TestProps } from './SoundCheck.tsx';

type Step =
  | { at: 'untried' | 'opening' }
  | { at: 'open'; microphone: Level }
  | { at: 'done'; heard: boolean }
  | { at: 'problem'; problem: DeviceProblem };

/** A microphone that somebody forgot about is let go after this long, in milliseconds. */
const longest = 20_000;
/** A level that a voice reaches and a quiet room doesn't. */
const voice = 0.35;

/** The microphone's level, from its own tap until it is stopped or the page goes on. Without one, one still gets in. */
export function MicrophoneTest({ chosen, onChoose }: TestProps): ReactElement {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>({ at: 'untried' });
  const here = useRef(false);
  const heard = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  const start = async (): Promise<void> => {
    onChoose();
    setStep({ at: 'opening' });
    const opened = await openMicrophone();
    heard.current = false;
    if ('problem' in opened) setStep({ at: 'problem', problem: opened.problem });
    else if (here.current) setStep({ at: 'open', microphone: opened });
    // The person answered the browser's question when they were in the class already.
    else opened.close();
  };
  const stop = useCallback(() => setStep({ at: 'done', heard: heard.current }), []);
  const microphone = step.at === 'open' ? step.microphone : null;
  useEffect(() => {
    if (!microphone) return;
    // Its level is no longer seen: the person went on to the other test.
    if (!chosen) setStep({ at: 'untried' });
    const timer = setTimeout(stop, longest);
    return () => {
      clearTimeout(timer);
      microphone.close();
    };
  }, [microphone, chosen, stop]);
  const watch = useCallback(
    (show: (level: number) => void) =>
      microphone?.watch((level) => {
        if (level >= voice) heard.current = true;
        show(level);
      }) ?? (() => {}),
    [microphone],
  );
  return (
    <>
      <Button
        className={styles.button}
        icon={microphone ? Square : Mic}
        pending={step.at === 'opening'}
        onClick={() => (microphone ? stop() : void start())}
      >
        {t(microphone ? 'soundCheck.stop' : 'soundCheck.tryMicrophone')}
      </Button>
      <div className={styles.outcome} aria-live="polite">
        {microphone && <Meter label={t('soundCheck.speak')} watch={watch} />}
        {chosen && step.at === 'done' && (
          <Banner tone={step.heard ? 'good' : 'warn'}>
            {t(step.heard ? 'soundCheck.works' : 'soundCheck.nothingHeard')}
          </Banner>
        )}
        {chosen && step.at === 'problem' && (
          <Banner tone="warn">{t(`soundCheck.problem.${step.problem}`)}</Banner>
        )}
      </div>
    </>
  );
}
