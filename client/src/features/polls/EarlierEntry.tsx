import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PollView } from '#shared/features/polls.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { PollResults } from './PollResults.tsx';
import styles from './PollsPanel.module.css';
import { ResultsSwitch } from './ResultsSwitch.tsx';

/** Staff: how an earlier poll ended, and whether the class sees it again. */
export function EarlierEntry({ poll }: { poll: PollView }): ReactElement {
  const { t, i18n } = useTranslation();
  return (
    <li data-poll={poll.id}>
      <details className={styles.more}>
        <summary>{inLanguage(poll.question, i18n.language)}</summary>
        <div className={styles.poll}>
          {poll.staff && (
            <PollResults options={poll.options} counts={poll.staff.counts} answer={poll.staff.quiz} />
          )}
          <p className={styles.soft}>{t('polls.answered', { count: poll.answered })}</p>
          <ResultsSwitch poll={poll} />
        </div>
      </details>
    </li>
  );
}
