import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import type { StageWorksheet } from '#shared/features/worksheets.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useGroupName } from '../../room/useGroupName.ts';
import { cx } from '../../ui/cx.ts';
import onStage from '../../ui/OnStage.module.css';
import { Waiting } from '../../ui/Spinner.tsx';
import styles from './StageText.module.css';
import { useTemplate } from './useTemplate.ts';
import type { WorksheetField } from './WorksheetField.tsx';
import type { WorksheetSync } from './WorksheetSync.ts';
import { useFieldText, useSyncState, useWorksheet } from './worksheetHooks.ts';

/** A Worksheet to be read by all, in large letters. */
export default function StageText({ stage }: { stage: StageWorksheet }): ReactElement {
  const sync = useWorksheet(stage.docId);
  return sync ? <OpenText stage={stage} sync={sync} /> : <Waiting />;
}

function OpenText({ stage, sync }: { stage: StageWorksheet; sync: WorksheetSync }): ReactElement {
  const { t, i18n } = useTranslation();
  const nameOfGroup = useGroupName();
  const { doc, at } = useSyncState(sync);
  const { groupName } = stage;
  const template = useTemplate(stage.docId);
  if (at === 'loading' || !template) return <Waiting />;
  return (
    <article
      className={cx(onStage.sheet, styles.sheet)}
      aria-label={t('worksheets.onStage', { group: nameOfGroup(groupName) })}
    >
      <header>
        <p className={onStage.whose}>{nameOfGroup(groupName)}</p>
        <h2 className={onStage.title}>{inLanguage(template.title, i18n.language)}</h2>
      </header>
      {template.sections.map((section) => (
        <section key={section.fields[0]?.id} className={styles.section}>
          <h3 className={styles.sectionTitle}>{inLanguage(section.title, i18n.language)}</h3>
          <dl className={styles.fields}>
            {section.fields.map((field) => (
              <StageField key={field.id} field={field} doc={doc} />
            ))}
          </dl>
        </section>
      ))}
    </article>
  );
}

function StageField({ field, doc }: { field: WorksheetField; doc: Y.Doc }): ReactElement {
  const { t, i18n } = useTranslation();
  const text = useFieldText(doc, field.id);
  return (
    <div data-field={field.id}>
      <dt className={styles.label}>{inLanguage(field.label, i18n.language)}</dt>
      {text === '' ? (
        <dd className={styles.empty}>{t('worksheets.empty')}</dd>
      ) : (
        <dd className={styles.text}>{text}</dd>
      )}
    </div>
  );
}
