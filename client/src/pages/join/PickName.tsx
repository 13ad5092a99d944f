import { UsersRound } from 'lucide-react';
import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maxName } from '#shared/basics.ts';
import type { Joined, JoinProblem, LinkInfo } from '#shared/http/join.ts';
import { ApiProblem, askApi } from '../../room/api.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { JoinButton } from './JoinButton.tsx';
import styles from './PickName.module.css';
import { SoundCheckPlace } from './SoundCheckPlace.tsx';

type PickNameProps = {
  token: string;
  info: LinkInfo;
  /** This browser can't carry sound, and the person goes on all the same. */
  silent: boolean;
  onJoined: (seat: Joined) => void;
  onSeveral: () => void;
  onTaken: (rosterId: string, name: string) => void;
  onProblem: (problem: JoinProblem | 'unreachable' | 'failed') => void;
};

const notListed = 'notListed';

/** Who are you: a name from the roster, one that is typed, or the one that the link was made for. */
export function PickName(props: PickNameProps): ReactElement {
  const { token, info, silent, onJoined, onSeveral, onTaken, onProblem } = props;
  const { t } = useTranslation();
  const [picked, setPicked] = useState<string | null>(
    info.kind === 'enterprise' && info.roster.length === 0 ? notListed : null,
  );
  const [typed, setTyped] = useState('');
  const [pending, setPending] = useState(false);
  const personal = info.kind !== 'enterprise';
  const entry = info.roster.find((r) => r.id === picked);
  const ready = personal || entry !== undefined || (picked === notListed && typed.trim() !== '');

  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (picked === null) return;
    const field = form.current?.querySelector('[autocomplete=name]');
    (field ?? form.current?.querySelector(':checked')?.closest('label'))?.scrollIntoView({
      block: 'nearest',
    });
  }, [picked]);

  const join = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready || pending) return;
    if (entry?.taken) {
      onTaken(entry.id, entry.name);
      return;
    }
    const who = personal
      ? { by: 'link' }
      : entry
        ? { by: 'roster', rosterId: entry.id }
        : { by: 'name', name: typed.trim() };
    setPending(true);
    askApi<Joined>('/join', { method: 'POST', body: { token, who } }).then(onJoined, (error: unknown) => {
      setPending(false);
      const code = error instanceof ApiProblem ? error.code : 'failed';
      if (code === 'nameTaken' && entry) onTaken(entry.id, entry.name);
      else onProblem(code as JoinProblem);
    });
  };

  return (
    <form ref={form} className={styles.form} onSubmit={join}>
      {personal ? (
        <p className={styles.person}>{info.person ?? t('join.observer')}</p>
      ) : (
        <fieldset>
          <legend className={styles.question}>{t('join.whoAreYou')}</legend>
          <Button look="plain" icon={UsersRound} className={styles.several} onClick={onSeveral}>
            {t('join.several')}
          </Button>
          <div className={styles.names}>
            {info.roster.map((r) => (
              <label key={r.id} className={styles.name}>
                <input
                  type="radio"
                  name="who"
                  value={r.id}
                  checked={picked === r.id}
                  onChange={() => setPicked(r.id)}
                />
                <Avatar id={r.id} name={r.name} />
                <span>{r.name}</span>
                {r.taken && <small className={styles.taken}>{t('join.isIn')}</small>}
              </label>
            ))}
            <label className={styles.name}>
              <input
                type="radio"
                name="who"
                value={notListed}
                checked={picked === notListed}
                onChange={() => setPicked(notListed)}
              />
              <span>{t('join.notListed')}</span>
            </label>
          </div>
          {picked === notListed && (
            <TextField
              label={t('join.yourName')}
              value={typed}
              onChange={setTyped}
              maxLength={maxName}
              autoComplete="name"
              autoFocus
            />
          )}
        </fieldset>
      )}
      <div className={styles.action}>
        {!silent && (personal || picked !== null) && (
          <SoundCheckPlace microphone={info.kind !== 'observer'} />
        )}
        <JoinButton silent={silent} pending={pending} disabled={!ready} />
      </div>
    </form>
  );
}
