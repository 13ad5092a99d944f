import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { groupSpace } from '#shared/basics.ts';
import type { StaffGroup } from '#shared/features/breakouts.ts';
import { useFormat } from '../../i18n/format.ts';
import { useCommand, useMe, useView } from '../../room/roomHooks.ts';
import { useGroupName } from '../../room/useGroupName.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './BreakoutsPanel.module.css';
import { callsForHelp } from './membership.ts';

/** Staff: the groups that wait for help, longest wait first, whatever panel is open. Going there answers the call, too. */
export function GroupCalls(): ReactElement | null {
  const { round } = useView('breakouts');
  const calls = callsForHelp(round?.groups ?? []);
  if (calls.length === 0) return null;
  return (
    <ul className={styles.calls}>
      {calls.map((group, place) => (
        <li key={group.id} data-call={group.id}>
          <GroupCall group={group} since={group.helpSince} first={place === 0} />
        </li>
      ))}
    </ul>
  );
}

type GroupCallProps = { group: StaffGroup; since: number; first: boolean };

function GroupCall({ group, since, first }: GroupCallProps): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const { space } = useMe();
  const name = useGroupName()(group.name);
  const go = useCommand();
  const answer = useCommand();
  return (
    <Banner
      tone="warn"
      title={t('breakoutsStaff.calls', { group: name })}
      action={
        <div className={styles.line}>
          {space !== groupSpace(group.id) && (
            <Button
              look={first ? 'primary' : 'quiet'}
              aria-label={t('breakoutsStaff.goTo', { group: name })}
              pending={go.pending}
              onClick={() => void go.send({ feature: 'breakouts', type: 'hop', groupId: group.id })}
            >
              {t('breakoutsStaff.go')}
            </Button>
          )}
          <Button
            aria-label={t('breakoutsStaff.answeredFor', { group: name })}
            pending={answer.pending}
            onClick={() => void answer.send({ feature: 'breakouts', type: 'answerHelp', groupId: group.id })}
          >
            {t('breakoutsStaff.answered')}
          </Button>
        </div>
      }
    >
      {t('breakoutsStaff.since', { time: format.time(since) })}
    </Banner>
  );
}
