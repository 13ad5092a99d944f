import { ArrowLeft, ClipboardList } from 'lucide-react';
import { type ReactElement, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useView } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { lazyPart } from '../../ui/lazily.ts';
import { Waiting } from '../../ui/Spinner.tsx';
import { LockAll } from './LockAll.tsx';
import { StageButton } from './StageButton.tsx';
import { WorksheetEntry } from './WorksheetEntry.tsx';
import styles from './WorksheetsPanel.module.css';

const StaffForm = lazyPart(() => import('./StaffForm.tsx'));

/** Staff: the groups' Worksheets, each to be read, written, locked, and shown to the class. */
export function WorksheetsPanel(): ReactElement {
  const { t, i18n } = useTranslation();
  const { staff } = useView('worksheets');
  const [openId, setOpenId] = useState<string | null>(null);
  const { templates = [], docs = [] } = staff ?? {};
  const opened = docs.find(({ id }) => id === openId);
  if (opened)
    return (
      <section className={styles.panel} aria-label={t('worksheetsStaff.title')}>
        <div className={styles.actions}>
          <Button look="plain" icon={ArrowLeft} onClick={() => setOpenId(null)}>
            {t('worksheetsStaff.back')}
          </Button>
          <StageButton doc={opened} />
        </div>
        <Suspense fallback={<Waiting />}>
          <StaffForm key={opened.id} doc={opened} />
        </Suspense>
      </section>
    );
  return (
    <section className={styles.panel} aria-label={t('worksheetsStaff.title')}>
      {docs.length === 0 && (
        <EmptyState icon={ClipboardList} title={t('worksheetsStaff.none')}>
          {t('worksheetsStaff.noneText')}
        </EmptyState>
      )}
      {docs.length > 0 && <LockAll docs={docs} />}
      {templates.map(({ id, title }) => {
        const ofTemplate = docs.filter(({ templateId }) => templateId === id);
        if (ofTemplate.length === 0) return null;
        return (
          <section key={id}>
            <h2 className={styles.template}>{inLanguage(title, i18n.language)}</h2>
            <ul className={styles.docs}>
              {ofTemplate.map((doc) => (
                <WorksheetEntry key={doc.id} doc={doc} onOpen={() => setOpenId(doc.id)} />
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}
