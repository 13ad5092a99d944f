import { BookOpen } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, useNames, useView } from '../../room/roomHooks.ts';
import { Banner } from '../../ui/Banner.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CaseEntry } from './CaseEntry.tsx';
import styles from './CasesPanel.module.css';

/** Staff: the Session's case studies, and where in the shown one the class is. */
export function CasesPanel(): ReactElement {
  const { t } = useTranslation();
  const { all, shown } = useView('cases');
  const { presenter } = useView('session');
  const { id: me } = useMe();
  const name = useNames();
  const mayShow = presenter === null || presenter === me;
  return (
    <section className={styles.panel} aria-label={t('casesStaff.title')}>
      {(all ?? []).length === 0 && (
        <EmptyState icon={BookOpen} title={t('casesStaff.none')}>
          {t('casesStaff.noneText')}
        </EmptyState>
      )}
      {!mayShow && all && all.length > 0 && (
        <Banner>{t('casesStaff.presenterShows', { name: name(presenter) })}</Banner>
      )}
      <ul className={styles.cases}>
        {all?.map((study) => (
          <CaseEntry
            key={study.id}
            study={study}
            shown={shown?.caseId === study.id ? shown : null}
            mayShow={mayShow}
          />
        ))}
      </ul>
    </section>
  );
}
