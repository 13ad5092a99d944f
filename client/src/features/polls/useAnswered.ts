import { useTranslation } from 'react-i18next';
import type { PollView } from '#shared/features/polls.ts';

/** How many have answered, in words: where shared screens have, both their answers and the people before them. */
export function useAnswered(): (poll: PollView) => string {
  const { t } = useTranslation();
  return ({ answered, people }) => {
    if (people === null || people === answered) return t('polls.answered', { count: answered });
    return `${t('polls.answers', { count: answered })} · ${t('polls.people', { count: people })}`;
  };
}
