import { Circle, CircleCheckBig } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PollView } from '#shared/features/polls.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useFormat } from '../../i18n/format.ts';
import { useCommand } from '../../room/roomHooks.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './PollOptions.module.css';
import { ShareBar } from './ShareBar.tsx';
import { sharesOf } from './shares.ts';

/**
 * The open poll's options: one tap votes, another tap changes the vote. Whoever has voted sees how the
 * others did, where the class may, so that nobody follows the crowd.
 */
export function PollOptions({ poll }: { poll: PollView }): ReactElement {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const id = useId();
  const { send } = useCommand();
  // A vote comes with the next tally, a little after its reply.
  const [sent, setSent] = useState<number | null>(null);
  const pending = sent === poll.myVote ? null : sent;
  const shares = poll.counts && poll.myVote !== null ? sharesOf(poll.counts) : null;
  const vote = async (option: number): Promise<void> => {
    if (pending !== null || option === poll.myVote) return;
    setSent(option);
    const reply = await send({ feature: 'polls', type: 'vote', pollId: poll.id, option });
    if (!reply.ok) setSent(null);
  };
  return (
    <ul className={styles.options}>
      {poll.options.map((option, index) => {
        const mine = poll.myVote === index;
        const share = shares?.[index] ?? 0;
        return (
          <li key={index}>
            <button
              type="button"
              className={styles.option}
              aria-pressed={mine}
              aria-disabled={pending !== null}
              aria-busy={pending === index}
              aria-describedby={shares ? `${id}-${index}` : undefined}
              data-option={index}
              onClick={() => void vote(index)}
            >
              <span className={styles.mark}>
                {pending === index ? (
                  <Spinner />
                ) : mine ? (
                  <CircleCheckBig aria-hidden="true" />
                ) : (
                  <Circle aria-hidden="true" />
                )}
              </span>
              <span>{inLanguage(option, i18n.language)}</span>
              {poll.counts && (
                <span className={styles.share} aria-hidden="true">
                  {shares && format.percent(share)}
                </span>
              )}
              {shares && <ShareBar share={share} look="edge" />}
            </button>
            {shares && (
              <VisuallyHidden id={`${id}-${index}`}>
                {format.percent(share)}, {t('polls.votes', { count: poll.counts?.[index] ?? 0 })}
              </VisuallyHidden>
            )}
          </li>
        );
      })}
    </ul>
  );
}
