import { Vote } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useCommand, useView } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { ResultsSwitch } from './ResultsSwitch.tsx';

/** Staff: a Segment's poll, from the run of show: opened by a tap, closed by another, then its results. */
export function PollMaterial({ pollId }: { pollId: string }): ReactElement | null {
  const { t, i18n } = useTranslation();
  const { opened, planned } = useView('polls');
  const { send, pending } = useCommand();
  const shown = opened.find(({ id }) => id === pollId);
  const poll = shown ?? planned?.find(({ id }) => id === pollId);
  if (!poll) return null;
  const question = inLanguage(poll.question, i18n.language);
  if (shown && !shown.open)
    return (
      <div>
        <p>{question}</p>
        <ResultsSwitch poll={shown} />
      </div>
    );
  return (
    <Button
      icon={Vote}
      wide
      aria-pressed={shown !== undefined}
      pending={pending}
      onClick={() => void send({ feature: 'polls', type: shown ? 'close' : 'open', pollId })}
    >
      {t(shown ? 'pollsStaff.closeThis' : 'pollsStaff.openThis', { question })}
    </Button>
  );
}
