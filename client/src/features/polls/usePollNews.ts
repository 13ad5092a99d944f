import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PollView } from '#shared/features/polls.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { announce } from '../../ui/announce.ts';
import { closeToast, showToast } from '../../ui/toasts.ts';

/** Announces that a poll opens and what became of it, and that my answer has arrived. */
export function usePollNews(poll: PollView | null): void {
  const { t, i18n } = useTranslation();
  const before = useRef<PollView | null>(null);
  const saidClosed = useRef<number | null>(null);
  useEffect(() => {
    const was = before.current;
    before.current = poll;
    const same = was?.id === poll?.id;
    // Its card is gone before everybody has answered: those who watch should know, too.
    if (was?.open && !poll) saidClosed.current = showToast({ tone: 'info', text: t('polls.closed') });
    if (!poll) return;
    // That the results come later is no longer so, or no longer about this one.
    if (saidClosed.current !== null) closeToast(saidClosed.current);
    saidClosed.current = null;
    const question = inLanguage(poll.question, i18n.language);
    if (poll.open && !same) announce(t('polls.opened', { question }));
    else if (!poll.open && !(same && !was?.open)) announce(t('polls.resultsFor', { question }));
    else if (same && poll.open && poll.myVote !== null && poll.myVote !== was?.myVote) {
      const option = poll.options[poll.myVote];
      if (option) announce(t('polls.youChose', { option: inLanguage(option, i18n.language) }));
    }
  }, [poll, t, i18n]);
}
