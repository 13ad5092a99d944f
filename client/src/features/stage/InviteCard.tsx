import { Mic, MicOff } from 'lucide-react';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMedia } from '../../media/useMedia.ts';
import { useCommand, useView } from '../../room/roomHooks.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { showToast } from '../../ui/toasts.ts';
import styles from './InviteCard.module.css';

/** Switches the microphone on; says in a sentence why it can't be had. */
function useSpeaking(): () => Promise<void> {
  const { t } = useTranslation();
  const { turnOn } = useMedia();
  return async () => {
    const problem = await turnOn('microphone');
    if (problem) showToast({ tone: 'error', text: t(`stage.problem.microphone.${problem}`) });
  };
}

/** Staff ask this member up: yes with the microphone on, or not now. Nothing while they don't. */
export function InviteCard(): ReactElement | null {
  const { t } = useTranslation();
  const { me } = useView('stage');
  const speak = useSpeaking();
  const { send, pending } = useCommand();
  if (me.invitation !== 'asked') return null;
  const accept = async (): Promise<void> => {
    const reply = await send({ feature: 'stage', type: 'answerInvite', accept: true });
    if (reply.ok) await speak();
  };
  return (
    <Card raised title={t('stage.invited')}>
      <p>{t('stage.invitedText')}</p>
      <div className={styles.answers}>
        <Button look="primary" icon={Mic} wide pending={pending} onClick={() => void accept()}>
          {t('stage.accept')}
        </Button>
        <Button wide onClick={() => void send({ feature: 'stage', type: 'answerInvite', accept: false })}>
          {t('stage.notNow')}
        </Button>
      </div>
    </Card>
  );
}

/**
 * One is on the stage, and the way down again when it's done. It announces that one is asked up, and
 * that one is there, so it stands in the page also while it shows nothing.
 */
export function OnStageNote(): ReactElement | null {
  const { t } = useTranslation();
  const { me } = useView('stage');
  const speak = useSpeaking();
  const { send, pending } = useCommand();
  const { invitation } = me;
  useEffect(() => {
    if (invitation === 'asked') announce(t('stage.invited'), { urgent: true });
    if (invitation === 'onStage') announce(t('stage.youAreOnStage'), { urgent: true });
  }, [invitation, t]);
  if (invitation !== 'onStage') return null;
  return (
    <div className={styles.up}>
      <span className={styles.words}>{t(me.microphone ? 'stage.youAreUp' : 'stage.turnOnToSpeak')}</span>
      {!me.microphone && (
        <Button look="primary" icon={Mic} onClick={() => void speak()}>
          {t('stage.accept')}
        </Button>
      )}
      <Button
        icon={MicOff}
        pending={pending}
        onClick={() => void send({ feature: 'stage', type: 'stepDown' })}
      >
        {t('stage.stepDown')}
      </Button>
    </div>
  );
}
