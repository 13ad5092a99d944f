import { Trash2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedPoll } from '#shared/features/polls.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useCommand } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PollMarks } from './PollMarks.tsx';
import styles from './PollsPanel.module.css';

/** Staff: a poll that was prepared. One tap opens it, which closes the one that is open. */
export function PlannedEntry({ poll }: { poll: PlannedPoll }): ReactElement {
  const { t, i18n } = useTranslation();
  const open = useCommand();
  const remove = useCommand();
  const [asking, setAsking] = useState(false);
  const { id: pollId, anonymous, quiz, resultsShown } = poll;
  const question = inLanguage(poll.question, i18n.language);
  const options = t('pollsStaff.options', { count: poll.options.length });
  return (
    <li className={styles.entry} data-poll={pollId}>
      <h3 className={styles.question}>{question}</h3>
      <PollMarks anonymous={anonymous} quiz={quiz !== null} />
      <details className={styles.more}>
        <summary className={styles.soft}>
          {resultsShown ? options : `${options} · ${t('pollsStaff.hiddenFirst')}`}
        </summary>
        <ol>
          {poll.options.map((option, index) => (
            <li key={index}>{inLanguage(option, i18n.language)}</li>
          ))}
        </ol>
      </details>
      <div className={styles.actions}>
        <Button
          pending={open.pending}
          aria-label={t('pollsStaff.openThis', { question })}
          onClick={() => void open.send({ feature: 'polls', type: 'open', pollId })}
        >
          {t('pollsStaff.open')}
        </Button>
        <IconButton
          icon={Trash2}
          label={t('pollsStaff.remove', { question })}
          onClick={() => setAsking(true)}
        />
      </div>
      {asking && (
        <Dialog
          title={t('pollsStaff.removeTitle')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{t('pollsStaff.keep')}</Button>
              <Button
                look="danger"
                pending={remove.pending}
                onClick={() => void remove.send({ feature: 'polls', type: 'remove', pollId })}
              >
                {t('pollsStaff.removeNow')}
              </Button>
            </>
          }
        >
          <p>{question}</p>
        </Dialog>
      )}
    </li>
  );
}
