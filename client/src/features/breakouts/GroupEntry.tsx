import { LogIn, LogOut } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { groupSpace } from '#shared/basics.ts';
import type { StaffGroup } from '#shared/features/breakouts.ts';
import { useCommand, useMe, useView } from '../../room/roomHooks.ts';
import { useGroupName } from '../../room/useGroupName.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './BreakoutsPanel.module.css';
import { isPresent } from './membership.ts';
import { PeopleOfGroup } from './PeopleOfGroup.tsx';

/** Staff: one group, who of it is here, and while it works the way into it and out again. */
export function GroupEntry({ group, open }: { group: StaffGroup; open: boolean }): ReactElement {
  const { t } = useTranslation();
  const everyone = useView('people').everyone ?? {};
  const { space } = useMe();
  const name = useGroupName()(group.name);
  const { send, pending } = useCommand();
  const { id, members } = group;
  const here = space === groupSpace(id);
  const present = members.filter((member) => isPresent(everyone, member)).length;
  return (
    <li className={styles.group} data-group={id}>
      <div className={styles.line}>
        <h3 className={styles.name}>{name}</h3>
        {here && <Badge tone="brand">{t('breakoutsStaff.youAreHere')}</Badge>}
        {open && (
          <Button
            icon={here ? LogOut : LogIn}
            pending={pending}
            aria-label={here ? t('breakoutsStaff.leave') : t('breakoutsStaff.goTo', { group: name })}
            onClick={() => void send({ feature: 'breakouts', type: 'hop', groupId: here ? null : id })}
          >
            {t(here ? 'breakoutsStaff.leave' : 'breakoutsStaff.go')}
          </Button>
        )}
      </div>
      <details className={styles.members}>
        <summary>{t('breakoutsStaff.present', { present, members: members.length })}</summary>
        {members.length > 0 ? (
          <PeopleOfGroup ids={members} />
        ) : (
          <p className={styles.soft}>{t('breakoutsStaff.nobody')}</p>
        )}
      </details>
    </li>
  );
}
