import { UsersRound } from 'lucide-react';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maxName } from '#shared/basics.ts';
import { maxHeads } from '#shared/features/people.ts';
import type { Joined, JoinProblem, LinkInfo } from '#shared/http/join.ts';
import { ApiProblem, askApi } from '../../room/api.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Stepper } from '../../ui/Stepper.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { JoinButton } from './JoinButton.tsx';
import { namesIn } from './namesIn.ts';
import styles from './PickName.module.css';
import { SoundCheckPlace } from './SoundCheckPlace.tsx';

type ShareScreenProps = {
  token: string;
  roster: LinkInfo['roster'];
  /** This browser can't carry sound, and the people go on all the same. */
  silent: boolean;
  onJoined: (seat: Joined) => void;
  onAlone: () => void;
  onProblem: (problem: JoinProblem | 'unreachable' | 'failed') => void;
};

/** Several people before one screen: what it is called, how many they are, and who, if they like to say. */
export default function ShareScreen(props: ShareScreenProps): ReactElement {
  const { token, roster, silent, onJoined, onAlone, onProblem } = props;
  const { t } = useTranslation();
  const [name, setName] = useState<string>(t('screen.suggestion'));
  const [chosen, setChosen] = useState(2);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [others, setOthers] = useState('');
  const [pending, setPending] = useState(false);
  const names = namesIn(others, maxHeads - ticked.length);
  // Whoever is named sits there, so they can't be fewer.
  const named = ticked.length + names.length;
  const heads = Math.max(chosen, named);

  const join = (event: FormEvent): void => {
    event.preventDefault();
    if (pending || name.trim() === '') return;
    setPending(true);
    const who = { by: 'screen', name: name.trim(), heads, rosterIds: ticked, names };
    askApi<Joined>('/join', { method: 'POST', body: { token, who } }).then(onJoined, (error: unknown) => {
      setPending(false);
      onProblem((error instanceof ApiProblem ? error.code : 'failed') as JoinProblem);
    });
  };

  return (
    <form className={styles.form} onSubmit={join}>
      <div>
        <h2 className={styles.question}>{t('screen.title')}</h2>
        <p>{t('screen.text')}</p>
      </div>
      <Stepper
        label={t('heads.label')}
        fewer={t('heads.fewer')}
        more={t('heads.more')}
        value={heads}
        min={Math.max(1, named)}
        max={maxHeads}
        onChange={setChosen}
      />
      <TextField label={t('screen.name')} value={name} onChange={setName} maxLength={maxName} />
      <details className={styles.who}>
        <summary>
          <UsersRound size="1.25em" aria-hidden="true" />
          {t('screen.who')}
        </summary>
        <p className={styles.whoHint}>{t('screen.whoHint')}</p>
        {roster.map(({ id, name: listed }) => (
          <Checkbox
            key={id}
            label={listed}
            checked={ticked.includes(id)}
            onChange={(on) => setTicked(on ? [...ticked, id] : ticked.filter((other) => other !== id))}
          />
        ))}
        <TextField
          label={t('screen.others')}
          hint={t('screen.othersHint')}
          value={others}
          onChange={setOthers}
          maxLength={1000}
        />
      </details>
      <div className={styles.action}>
        {!silent && <SoundCheckPlace microphone />}
        <JoinButton silent={silent} pending={pending} disabled={name.trim() === ''} />
        <Button look="plain" wide onClick={onAlone}>
          {t('screen.alone')}
        </Button>
      </div>
    </form>
  );
}
