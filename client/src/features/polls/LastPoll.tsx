import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PollView } from '#shared/features/polls.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useCommand } from '../../room/roomHooks.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { NotAnswered } from './NotAnswered.tsx';
import { PollMarks } from './PollMarks.tsx';
import { PollResults } from './PollResults.tsx';
import styles from './PollsPanel.module.css';
import { ResultsSwitch } from './ResultsSwitch.tsx';

/** Staff: the poll that is open, or was last, as it stands; whether the class sees that; and its end. */
export function LastPoll({ poll }: { poll: PollView }): ReactElement {
  const { t, i18n } = useTranslation();
  const { send, pending } = useCommand();
  const id = useId();
  const { open, anonymous, isQuiz, options, question, staff } = poll;
  return (
    <section
      className={styles.current}
      aria-labelledby={id}
      data-poll={poll.id}
      data-open={open || undefined}
    >
      <PollMarks anonymous={anonymous} quiz={isQuiz}>
        <Badge tone={open ? 'good' : 'neutral'}>
          {t(open ? 'pollsStaff.isOpen' : 'pollsStaff.isClosed')}
        </Badge>
      </PollMarks>
      <h2 id={id} className={styles.question}>
        {inLanguage(question, i18n.language)}
      </h2>
      {staff && (
        <PollResults
          options={options}
          counts={staff.counts}
          people={staff.people}
          // While people answer, the panel needs the room more than the reason.
          answer={open && staff.quiz ? { ...staff.quiz, why: null } : staff.quiz}
        />
      )}
      <NotAnswered poll={poll} />
      <ResultsSwitch poll={poll} />
      {open && (
        <Button
          look="primary"
          wide
          pending={pending}
          onClick={() => void send({ feature: 'polls', type: 'close', pollId: poll.id })}
        >
          {t('pollsStaff.close')}
        </Button>
      )}
    </section>
  );
}
