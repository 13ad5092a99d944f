import { Check } from 'lucide-react';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PollView } from '#shared/features/polls.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useFormat } from '../../i18n/format.ts';
import { cx } from '../../ui/cx.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './PollOnStage.module.css';
import { ShareBar } from './ShareBar.tsx';
import { sharesOf } from './shares.ts';
import { useAnswered } from './useAnswered.ts';

/**
 * A poll as the whole class sees it, on the big screen or instead of the slide: it fills its place.
 * Staff see there what the class does, not what they alone may know.
 */
export function PollOnStage({ poll }: { poll: PollView }): ReactElement {
  const { t, i18n } = useTranslation();
  const id = useId();
  const { question, options, counts, answer } = poll;
  const answered = useAnswered();
  return (
    <article className={styles.place} aria-labelledby={id} data-poll={poll.id}>
      <div className={styles.poll}>
        <h2 id={id} className={styles.question}>
          {inLanguage(question, i18n.language)}
        </h2>
        {counts ? (
          <Figures poll={poll} counts={counts} labelledBy={id} />
        ) : (
          <ul className={styles.choices}>
            {options.map((option, index) => (
              <li key={index}>{inLanguage(option, i18n.language)}</li>
            ))}
          </ul>
        )}
        {answer?.why && <p>{t('polls.why', { why: inLanguage(answer.why, i18n.language) })}</p>}
        <p className={styles.foot}>{answered(poll)}</p>
      </div>
    </article>
  );
}

type FiguresProps = { poll: PollView; counts: readonly number[]; labelledBy: string };

function Figures({ poll, counts, labelledBy }: FiguresProps): ReactElement {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const shares = sharesOf(counts);
  return (
    <table className={styles.options} aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <Heading text={t('polls.answer')} />
          <td />
          <Heading text={t('polls.share')} />
          <Heading text={t('polls.count')} />
        </tr>
      </thead>
      <tbody>
        {poll.options.map((option, index) => {
          const right = poll.answer?.option === index;
          const share = shares[index] ?? 0;
          return (
            <tr key={index} className={cx(right && styles.right)}>
              <th scope="row">
                {inLanguage(option, i18n.language)}
                {right && <Check className={styles.check} size="1.2em" aria-label={t('polls.right')} />}
              </th>
              <td>
                <ShareBar share={share} right={right} look="thick" />
              </td>
              <td className={styles.number}>{format.percent(share)}</td>
              <td className={cx(styles.number, styles.votes)}>{format.number(counts[index] ?? 0)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const Heading = ({ text }: { text: string }): ReactElement => (
  <th scope="col">
    <VisuallyHidden>{text}</VisuallyHidden>
  </th>
);
