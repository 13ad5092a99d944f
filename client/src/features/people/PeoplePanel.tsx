import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '#shared/features/people.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useNames, useRoom, useView } from '../../room/roomHooks.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import { DeviceAsks } from './DeviceAsks.tsx';
import styles from './PeoplePanel.module.css';
import { PersonRow } from './PersonRow.tsx';

/** Everybody who is or was here, by Enterprise: who is missing is seen at a glance. */
export function PeoplePanel(): ReactElement {
  const { t, i18n } = useTranslation();
  const { info } = useRoom();
  const { everyone, counts } = useView('people');
  const name = useNames();
  const [search, setSearch] = useState('');
  const people = Object.entries(everyone ?? {}).filter(([id]) =>
    name(id).toLowerCase().includes(search.trim().toLowerCase()),
  );
  const staff = people.filter(([, p]) => p.role === 'trainer' || p.role === 'moderator');
  return (
    <div className={styles.panel}>
      <DeviceAsks />
      <SearchField label={t('people.search')} value={search} onChange={setSearch} />
      {staff.length > 0 && <Group title={t('people.staff')} people={staff} />}
      {info.enterprises.map((enterprise) => (
        <Group
          key={enterprise.id}
          title={inLanguage(enterprise.name, i18n.language)}
          count={counts.byEnterprise[enterprise.id] ?? 0}
          people={people.filter(([, p]) => p.role === 'member' && p.enterpriseId === enterprise.id)}
        />
      ))}
    </div>
  );
}

type GroupProps = { title: string; count?: number; people: [string, PersonView][] };

function Group({ title, count, people }: GroupProps): ReactElement {
  return (
    <section>
      <h3 className={styles.group}>
        <span>{title}</span>
        {count !== undefined && <span className={styles.count}>{count}</span>}
      </h3>
      <ul className={styles.list}>
        {people.map(([id, person]) => (
          <PersonRow key={id} id={id} person={person} />
        ))}
      </ul>
    </section>
  );
}
