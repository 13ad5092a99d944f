import { type ReactElement, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Joined, JoinProblem, LinkInfo } from '#shared/http/join.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useFormat } from '../../i18n/format.ts';
import { LanguageSwitch } from '../../i18n/LanguageSwitch.tsx';
import { loadTexts } from '../../i18n/speak.ts';
import { ApiProblem } from '../../room/api.ts';
import { Waiting } from '../../ui/Spinner.tsx';
import { goTo } from '../address.ts';
import { classPath, forgetSeat, saveSeat, seatOfLink } from '../savedSeats.ts';
import { carriesSound } from './browserAbility.ts';
import styles from './JoinPage.module.css';
import { LinkProblem } from './LinkProblem.tsx';
import { late } from './late.tsx';
import { openLink } from './openLink.ts';
import { PickName } from './PickName.tsx';
import { SameAgain } from './SameAgain.tsx';
import { TakenName } from './TakenName.tsx';

const OtherBrowser = late(() => import('./OtherBrowser.tsx'));
const ShareScreen = late(() => import('./ShareScreen.tsx'));

type Step =
  | { at: 'opening' }
  | { at: 'problem'; problem: JoinProblem | 'unreachable' | 'failed' }
  | { at: 'who'; info: LinkInfo; again: Joined | null }
  | { at: 'several'; info: LinkInfo }
  | { at: 'taken'; info: LinkInfo; rosterId: string; name: string };

/** From the link to the class: who are you, and in. No account, nothing to install. */
export function JoinPage({ token }: { token: string }): ReactElement {
  const { i18n } = useTranslation();
  const format = useFormat();
  const [step, setStep] = useState<Step>({ at: 'opening' });
  const [silent] = useState(() => !carriesSound(window));
  const [goesOn, setGoesOn] = useState(false);

  const open = useCallback(() => {
    setStep({ at: 'opening' });
    openLink(token).then(
      (info) => setStep({ at: 'who', info, again: seatOfLink(token) }),
      (error: unknown) => setStep({ at: 'problem', problem: problemOf(error) }),
    );
  }, [token]);
  useEffect(open, [open]);

  // The sound check and the class load while the person reads, so that entering is quick.
  const kind = 'info' in step ? step.info.kind : null;
  useEffect(() => {
    if (kind === null) return;
    void loadTexts('entry').catch(() => undefined);
    void import('./SoundCheck.tsx');
    void import('../class/ClassPage.tsx');
    void (kind === 'trainer' || kind === 'moderator'
      ? import('../class/Console.tsx')
      : import('../class/MemberClass.tsx'));
  }, [kind]);

  const enter = (seat: Joined): void => {
    saveSeat(token, seat);
    goTo(classPath(seat));
  };

  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <span className={styles.brand}>SCORE</span>
        <LanguageSwitch />
      </header>
      <main className={styles.main}>
        {step.at === 'opening' && <Waiting />}
        {step.at === 'problem' && <LinkProblem problem={step.problem} onRetry={open} />}
        {'info' in step && (
          <div className={styles.title}>
            <p className={styles.when}>{format.dateTime(step.info.session.startsAt)}</p>
            <h1>{inLanguage(step.info.session.title, i18n.language)}</h1>
            {step.info.enterprise && (
              <p className={styles.enterprise}>{inLanguage(step.info.enterprise.name, i18n.language)}</p>
            )}
          </div>
        )}
        {step.at === 'who' && silent && !goesOn && (
          <Suspense fallback={<Waiting />}>
            <OtherBrowser onContinue={() => setGoesOn(true)} />
          </Suspense>
        )}
        {step.at === 'who' &&
          (!silent || goesOn) &&
          (step.again ? (
            <SameAgain
              seat={step.again}
              silent={silent}
              onEnter={enter}
              onOther={() => {
                if (step.again) forgetSeat(token, step.again.participantId);
                setStep({ ...step, again: null });
              }}
            />
          ) : (
            <PickName
              token={token}
              info={step.info}
              silent={silent}
              onJoined={enter}
              onSeveral={() => setStep({ at: 'several', info: step.info })}
              onTaken={(rosterId, name) => setStep({ at: 'taken', info: step.info, rosterId, name })}
              onProblem={(problem) => setStep({ at: 'problem', problem })}
            />
          ))}
        {step.at === 'several' && (
          <Suspense fallback={<Waiting />}>
            <ShareScreen
              token={token}
              roster={step.info.roster}
              silent={silent}
              onJoined={enter}
              onAlone={() => setStep({ at: 'who', info: step.info, again: null })}
              onProblem={(problem) => setStep({ at: 'problem', problem })}
            />
          </Suspense>
        )}
        {step.at === 'taken' && (
          <TakenName
            token={token}
            rosterId={step.rosterId}
            name={step.name}
            onJoined={enter}
            onBack={() => setStep({ at: 'who', info: step.info, again: null })}
          />
        )}
      </main>
    </div>
  );
}

const problemOf = (error: unknown): JoinProblem | 'unreachable' | 'failed' =>
  error instanceof ApiProblem ? (error.code as JoinProblem | 'unreachable' | 'failed') : 'failed';
