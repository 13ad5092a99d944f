import { ChartBar, Vote, X } from 'lucide-react';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PollView } from '#shared/features/polls.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useMe } from '../../room/roomHooks.ts';
import { Card } from '../../ui/Card.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './PollCard.module.css';
import { PollOptions } from './PollOptions.tsx';
import { PollResults } from './PollResults.tsx';
import { Secrecy } from './Secrecy.tsx';
import { useAnswered } from './useAnswered.ts';
import { usePollNews } from './usePollNews.ts';

type PollCardProps = {
  poll: PollView | null;
  /** Another card has the place. */
  hidden: boolean;
  onPutAway: () => void;
};

/**
 * What a member is asked right now, or how it ended, until the class goes on to its next Segment or the
 * member puts it away. It announces both, so it stands in the page also while it shows nothing.
 */
export function PollCard({ poll, hidden, onPutAway }: PollCardProps): ReactElement | null {
  const { t, i18n } = useTranslation();
  const answered = useAnswered();
  const id = useId();
  usePollNews(poll);
  if (!poll) return null;
  const Icon = poll.open ? Vote : ChartBar;
  return (
    <section
      aria-labelledby={id}
      data-poll={poll.id}
      data-card={poll.open ? 'ask' : 'results'}
      hidden={hidden}
    >
      <Card raised>
        <div className={styles.poll}>
          <div className={styles.head}>
            <div className={styles.words}>
              <p className={styles.kind}>
                <Icon size="1.25em" aria-hidden="true" />
                {t(poll.open ? (poll.isQuiz ? 'polls.quiz' : 'polls.poll') : 'polls.results')}
                {poll.answered > 0 && <span className={styles.answered}>{answered(poll)}</span>}
              </p>
              <h2 id={id} className={styles.question}>
                {inLanguage(poll.question, i18n.language)}
              </h2>
            </div>
            {!poll.open && (
              <IconButton icon={X} label={t('ui.close')} className={styles.close} onClick={onPutAway} />
            )}
          </div>
          <PollBody poll={poll} />
        </div>
      </Card>
    </section>
  );
}

/** To vote, or to see how the others did: those who have no vote see it at once. */
function PollBody({ poll }: { poll: PollView }): ReactElement {
  const { t } = useTranslation();
  const { role } = useMe();
  const votes = poll.open && role === 'member';
  const voted = poll.myVote !== null;
  return (
    <>
      {votes ? (
        <PollOptions key={poll.id} poll={poll} />
      ) : (
        poll.counts && (
          <PollResults options={poll.options} counts={poll.counts} answer={poll.answer} mine={poll.myVote} />
        )
      )}
      {poll.open && (
        <div className={styles.foot}>
          {votes && <p>{t(voted ? 'polls.thanks' : 'polls.choose')}</p>}
          {!poll.counts && (voted || !votes) && <p>{t('polls.later')}</p>}
          {votes && <Secrecy anonymous={poll.anonymous} />}
        </div>
      )}
    </>
  );
}
