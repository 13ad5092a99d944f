import { Monitor, Pencil, UserMinus } from 'lucide-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '#shared/features/people.ts';
import { useName } from '../../room/roomHooks.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './PeoplePanel.module.css';
import { RemoveDialog } from './RemoveDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import { ScreenLine } from './ScreenLine.tsx';

type PersonRowProps = { id: string; person: PersonView; actions?: ReactNode };

/** One person, or a shared screen: present or away, and what staff can do for them. */
export function PersonRow({ id, person, actions }: PersonRowProps): ReactElement {
  const { t } = useTranslation();
  const name = useName(id);
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null);
  const away = person.seats === 0;
  return (
    <li
      className={styles.person}
      data-away={away || undefined}
      data-person={id}
      data-heads={person.heads ?? undefined}
    >
      {person.heads === null ? (
        <Avatar id={id} name={name} />
      ) : (
        <Monitor className={styles.monitor} aria-hidden="true" />
      )}
      <span className={styles.name}>{name}</span>
      {away && <small className={styles.away}>{t('people.away')}</small>}
      {actions}
      <IconButton icon={Pencil} label={t('people.rename', { name })} onClick={() => setOpen('rename')} />
      {person.role === 'member' && (
        <IconButton icon={UserMinus} label={t('people.remove', { name })} onClick={() => setOpen('remove')} />
      )}
      {person.heads !== null && <ScreenLine id={id} heads={person.heads} />}
      {open === 'rename' && <RenameDialog id={id} name={name} onClose={() => setOpen(null)} />}
      {open === 'remove' && <RemoveDialog id={id} name={name} onClose={() => setOpen(null)} />}
    </li>
  );
}
