import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useName, useView } from '../../room/roomHooks.ts';
import { useGroupName } from '../../room/useGroupName.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './BreakoutsPanel.module.css';

/** Staff: where a person shall go. One tap moves them, at once also while the groups work. */
export function MoveDialog({ id, onClose }: { id: string; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { round } = useView('breakouts');
  const name = useName(id);
  const groupName = useGroupName();
  const { send, pending } = useCommand();
  const [chosen, setChosen] = useState<string | null>();
  const groups = round?.groups ?? [];
  const current = groups.find(({ members }) => members.includes(id));
  const move = async (groupId: string | null): Promise<void> => {
    if (pending) return;
    setChosen(groupId);
    const reply = await send({ feature: 'breakouts', type: 'move', participantId: id, groupId });
    if (reply.ok) onClose();
  };
  return (
    <Dialog title={t('breakoutsStaff.moveTitle', { name })} onClose={onClose}>
      <ul className={styles.choices}>
        {groups.map((group) => (
          <li key={group.id}>
            <Button
              wide
              className={styles.choice}
              disabled={group === current}
              pending={pending && chosen === group.id}
              onClick={() => void move(group.id)}
            >
              {groupName(group.name)}
              {group === current ? (
                <Badge>{t('breakoutsStaff.isHere')}</Badge>
              ) : (
                <Badge label={t('breakoutsStaff.people', { count: group.members.length })}>
                  {group.members.length}
                </Badge>
              )}
            </Button>
          </li>
        ))}
        {current && (
          <li>
            <Button look="plain" wide pending={pending && chosen === null} onClick={() => void move(null)}>
              {t('breakoutsStaff.moveOut')}
            </Button>
          </li>
        )}
      </ul>
    </Dialog>
  );
}
