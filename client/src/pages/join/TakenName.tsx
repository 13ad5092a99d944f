import { type FormEvent, type ReactElement, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Joined } from '#shared/http/join.ts';
import { ApiProblem, askApi } from '../../room/api.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './PickName.module.css';

type TakenNameProps = {
  token: string;
  rosterId: string;
  name: string;
  onJoined: (seat: Joined) => void;
  onBack: () => void;
};

/** How often a waiting device asks whether the staff have answered, in milliseconds. */
const askAgain = 2_000;

/** Somebody already is this person: a code from their first device, or a tap by the staff, lets this one in too. */
export function TakenName({ token, rosterId, name, onJoined, onBack }: TakenNameProps): ReactElement {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [askId, setAskId] = useState<string | null>(null);
  const says = (error: unknown): void => {
    const known = error instanceof ApiProblem ? error.code : 'failed';
    setProblem(t(`join.problem.${known as 'codeWrong'}`));
  };

  const letIn = useEffectEvent(onJoined);
  const notLetIn = useEffectEvent((error: unknown): void => {
    setAskId(null);
    says(error);
  });
  useEffect(() => {
    if (askId === null) return;
    let gone = false;
    const timer = setInterval(() => {
      askApi<Joined>('/join', { method: 'POST', body: { token, who: { by: 'ask', askId } } }).then(
        letIn,
        (error: unknown) => {
          const isOpen =
            error instanceof ApiProblem && (error.code === 'waiting' || error.code === 'unreachable');
          // A late answer to an older question must not end what was asked since.
          if (!gone && !isOpen) notLetIn(error);
        },
      );
    }, askAgain);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [askId, token]);

  const useCode = (event: FormEvent): void => {
    event.preventDefault();
    askApi<Joined>('/join', { method: 'POST', body: { token, who: { by: 'code', rosterId, code } } }).then(
      onJoined,
      says,
    );
  };
  const askStaff = (): void => {
    setProblem(null);
    askApi<{ askId: string }>('/join/ask', { method: 'POST', body: { token, rosterId } }).then(
      (asked) => setAskId(asked.askId),
      says,
    );
  };

  return (
    <form className={styles.form} onSubmit={useCode}>
      <h2>{t('join.takenTitle', { name })}</h2>
      <p>{t('join.takenText')}</p>
      {problem && <Banner tone="error">{problem}</Banner>}
      {askId !== null && <Banner>{t('join.askedText')}</Banner>}
      <TextField
        label={t('join.code')}
        value={code}
        onChange={(value) => setCode(value.replace(/\D/g, '').slice(0, 6))}
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      <Button type="submit" look="primary" wide disabled={code.length !== 6}>
        {t('join.useCode')}
      </Button>
      <Button wide pending={askId !== null} onClick={askStaff}>
        {askId === null ? t('join.askStaff') : t('join.askedStaff')}
      </Button>
      <Button look="plain" wide onClick={onBack}>
        {t('join.someoneElse')}
      </Button>
    </form>
  );
}
