import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PollView } from '#shared/features/polls.ts';
import { useCommand } from '../../room/roomHooks.ts';
import { Switch } from '../../ui/Checkbox.tsx';

/** Staff: whether the class sees how a poll stands. */
export function ResultsSwitch({ poll }: { poll: PollView }): ReactElement {
  const { t } = useTranslation();
  const { send, pending } = useCommand();
  return (
    <Switch
      label={t('pollsStaff.classSees')}
      checked={poll.resultsShown}
      pending={pending}
      onChange={(shown) => void send({ feature: 'polls', type: 'setResults', pollId: poll.id, shown })}
    />
  );
}
