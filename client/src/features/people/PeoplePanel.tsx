import { UserSearch } from 'lucide-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberCount, PersonView } from '#shared/features/people.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useFormat } from '../../i18n/format.ts';
import { useNames, useRoom, useView } from '../../room/roomHooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { DeviceAsks } from './DeviceAsks.tsx';
import styles from './PeoplePanel.module.css';
import { PersonRow } from './PersonRow.tsx';

type PeoplePanelProps = {
  /** What other features can do for all, for one member, for one of the staff, and tell of an Enterprise. */
  head?: ReactNode;
  ofPerson?: (id: string) => ReactNode;
  ofStaff?: (id: string) => ReactNode;
  ofEnterprise?: (enterpriseId: string) => ReactNode;
};

/** Everybody who is or was here, by Enterprise: who is missing is seen at a glance. */
export function PeoplePanel({ head, ofPerson, ofStaff, ofEnterprise }: PeoplePanelProps): ReactElement {
  const { t, i18n } = useTranslation();
  const { info } = useRoom();
  const { everyone } = useView('people');
  const name = useNames();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const people = Object.entries(everyone ?? {}).filter(
    ([id, p]) => p.role !== 'observer' && name(id).toLowerCase().includes(wanted),
  );
  const isAmong = (enterpriseId: string): boolean => people.some(([, p]) => p.enterpriseId === enterpriseId);
  // One who is looked for is not looked for among empty lists.
  const enterprises = wanted === '' ? info.enterprises : info.enterprises.filter(({ id }) => isAmong(id));
  const staff = people.filter(([, p]) => p.role === 'trainer' || p.role === 'moderator');
  return (
    <div className={styles.panel}>
      <DeviceAsks />
      {head}
      <SearchField label={t('people.search')} value={search} onChange={setSearch} />
      {staff.length > 0 && <Group title={t('people.staff')} people={staff} ofPerson={ofStaff} />}
      {people.length === 0 && wanted !== '' && (
        <div role="status">
          <EmptyState icon={UserSearch} title={t('people.notFound')}>
            {t('people.notFoundText')}
          </EmptyState>
        </div>
      )}
      {enterprises.map((enterprise) => (
        <Group
          key={enterprise.id}
          title={inLanguage(enterprise.name, i18n.language)}
          count={presentOf(everyone ?? {}, enterprise.id)}
          badge={ofEnterprise?.(enterprise.id)}
          ofPerson={ofPerson}
          people={people.filter(([, p]) => p.role === 'member' && p.enterpriseId === enterprise.id)}
        />
      ))}
    </div>
  );
}

/** Counted here: the View's own counts name only the largest Enterprises. */
function presentOf(everyone: Readonly<Record<string, PersonView>>, enterpriseId: string): MemberCount {
  const present = Object.values(everyone).filter(
    (p) => p.role === 'member' && p.enterpriseId === enterpriseId && p.seats > 0,
  );
  return { members: present.length, people: present.reduce((all, p) => all + (p.heads ?? 1), 0) };
}

type GroupProps = {
  title: string;
  count?: MemberCount;
  badge?: ReactNode;
  people: [string, PersonView][];
  ofPerson?: ((id: string) => ReactNode) | undefined;
};

function Group({ title, count, badge, people, ofPerson }: GroupProps): ReactElement {
  return (
    <section>
      <h2 className={styles.group}>
        <span className={styles.enterprise}>
          <span>{title}</span>
          {count && <Count {...count} />}
        </span>
        {badge}
      </h2>
      <ul className={styles.list}>
        {people.map(([id, person]) => (
          <PersonRow key={id} id={id} person={person} actions={person.seats > 0 && ofPerson?.(id)} />
        ))}
      </ul>
    </section>
  );
}

/** People; where some of them share a screen, also on how many devices. */
function Count({ members, people }: MemberCount): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const brief = people === members;
  return (
    <span className={styles.count} data-brief={brief || undefined}>
      {brief
        ? format.number(people)
        : `${t('people.heads', { count: people })} · ${t('people.devices', { count: members })}`}
    </span>
  );
}
