import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PollView, QuizAnswer } from '#shared/features/polls.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useFormat } from '../../i18n/format.ts';
import { Badge } from '../../ui/Badge.tsx';
import styles from './PollResults.module.css';
import { ShareBar } from './ShareBar.tsx';
import { sharesOf } from './shares.ts';

type PollResultsProps = {
  options: PollView['options'];
  counts: readonly number[];
  /** How many people stand behind each option's votes, for those who may know. */
  people?: readonly number[] | null;
  /** Which option is right, in a Quiz, for those who may know. */
  answer: QuizAnswer | null;
  mine?: number | null;
};

/** How a poll stands: each option with its share and its votes; of a Quiz what is right, and why. */
export function PollResults(props: PollResultsProps): ReactElement {
  const { options, counts, people = null, answer, mine = null } = props;
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const shares = sharesOf(counts);
  return (
    <div>
      <ul className={styles.results}>
        {options.map((option, index) => {
          const right = answer?.option === index;
          const share = shares[index] ?? 0;
          const votes = counts[index] ?? 0;
          const behind = people?.[index] ?? votes;
          return (
            <li key={index} className={styles.result}>
              <span className={styles.label}>
                {inLanguage(option, i18n.language)}
                {mine === index && <Badge tone="brand">{t('polls.yours')}</Badge>}
                {right && (
                  <Badge tone="good">
                    <Check size="1em" aria-hidden="true" />
                    {t('polls.right')}
                  </Badge>
                )}
              </span>
              <span className={styles.figures}>
                <strong>{format.percent(share)}</strong>
                <span className={styles.votes}>
                  {t('polls.votes', { count: votes })}
                  {behind !== votes && ` · ${t('polls.people', { count: behind })}`}
                </span>
              </span>
              <span className={styles.bar}>
                <ShareBar share={share} right={right} />
              </span>
            </li>
          );
        })}
      </ul>
      {answer?.why && (
        <p className={styles.why}>{t('polls.why', { why: inLanguage(answer.why, i18n.language) })}</p>
      )}
    </div>
  );
}
