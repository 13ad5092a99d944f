import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useName, useView } from '../../room/roomHooks.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Badge } from '../../ui/Badge.tsx';
import styles from './InvitedList.module.css';
import { StageActions } from './StageActions.tsx';

/**
 * Staff: the members who are on the stage or asked to come up, with what mutes them and ends their time: nobody
 * has to be looked for among a hundred others.
 */
export function InvitedList(): ReactElement | null {
  const { t } = useTranslation();
  const { stage, asked } = useView('stage');
  const id = useId();
  const up = stage.filter(({ invited }) => invited).map((performer) => performer.id);
  const waiting = (asked ?? []).filter((person) => !up.includes(person));
  if (up.length + waiting.length === 0) return null;
  return (
    <section className={styles.invited} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {t('stage.onStage')}
      </h2>
      <ul>
        {up.map((person) => (
          <Invited key={person} id={person} />
        ))}
        {waiting.map((person) => (
          <Invited key={person} id={person} waiting />
        ))}
      </ul>
    </section>
  );
}

function Invited({ id, waiting = false }: { id: string; waiting?: boolean }): ReactElement {
  const { t } = useTranslation();
  const name = useName(id);
  return (
    <li className={styles.person} data-invited={id}>
      <Avatar id={id} name={name} />
      <span className={styles.name}>
        {name} {waiting && <Badge>{t('handsStaff.asked')}</Badge>}
      </span>
      <StageActions id={id} />
    </li>
  );
}
