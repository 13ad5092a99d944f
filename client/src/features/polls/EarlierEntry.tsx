import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PollView } from '#shared/features/polls.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { PollResults } from './PollResults.tsx';
import styles from './PollsPanel.module.css';
import { ResultsSwitch } from './ResultsSwitch.tsx';
import { useAnswered } from './useAnswered.ts';

/** Staff: how an earlier poll ended, and whether the class sees it again. */
export function EarlierEntry({ poll }: { poll: PollView }): ReactElement {
  const { i18n } = useTranslation();
  const answered = useAnswered();
  return (
    <li data-poll={poll.id}>
      <details className={styles.more}>
        <summary>{inLanguage(poll.question, i18n.language)}</summary>
        <div className={styles.poll}>
          {poll.staff && (
            <PollResults
              options={poll.options}
              counts={poll.staff.counts}
              people={poll.staff.people}
              answer={poll.staff.quiz}
            />
          )}
          <p className={styles.soft}>{answered(poll)}</p>
          <ResultsSwitch poll={poll} />
        </div>
      </details>
    </li>
  );
}
