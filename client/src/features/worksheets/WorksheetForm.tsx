import { FileX } from 'lucide-react';
import { type ReactElement, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorksheetTemplate } from '#shared/features/worksheets.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMe } from '../../room/roomHooks.ts';
import { useGroupName } from '../../room/useGroupName.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Waiting } from '../../ui/Spinner.tsx';
import { SaveNote, SaveState } from './SaveNote.tsx';
import { UndoButtons } from './UndoButtons.tsx';
import { useTemplate } from './useTemplate.ts';
import { WorksheetField } from './WorksheetField.tsx';
import styles from './WorksheetForm.module.css';
import type { WorksheetSync } from './WorksheetSync.ts';
import { useSyncState, useWorksheet } from './worksheetHooks.ts';

export type WorksheetFormProps = {
  docId: string;
  groupName: string | number;
  locked: boolean;
  /** Drawn with the document's state, below the head. */
  renderMore?: (sync: WorksheetSync, template: WorksheetTemplate) => ReactNode;
};

/** A Worksheet to be filled, together with the others of the group. Give it the document's id as its key. */
export default function WorksheetForm(props: WorksheetFormProps): ReactElement {
  const sync = useWorksheet(props.docId);
  const template = useTemplate(props.docId);
  return sync ? <OpenForm {...props} sync={sync} template={template} /> : <Waiting />;
}

type OpenFormProps = WorksheetFormProps & { sync: WorksheetSync; template: WorksheetTemplate | null };

function OpenForm(props: OpenFormProps): ReactElement {
  const { template, groupName, locked, renderMore, sync } = props;
  const { t, i18n } = useTranslation();
  const { id: me } = useMe();
  const format = useFormat();
  const nameOfGroup = useGroupName();
  const heading = useId();
  const state = useSyncState(sync);
  const { doc, at, mayWrite, writing } = state;
  const say = (text: { zh: string; en: string }): string => inLanguage(text, i18n.language);
  const writersOf = (field: string): string => {
    const others = writing.writers.filter((w) => w.field === field && w.participantId !== me);
    return format.list([...new Set(others.map(({ participantId }) => writing.names[participantId] ?? '–'))]);
  };
  if (at === 'closed') return <EmptyState icon={FileX} title={t('worksheets.closed')} />;
  if (at === 'loading' || !template) return <Waiting />;
  return (
    <form
      className={styles.form}
      aria-labelledby={heading}
      data-worksheet={props.docId}
      data-kept
      onSubmit={(event) => event.preventDefault()}
    >
      <header>
        <h2 className={styles.title} id={heading}>
          {say(template.title)}
        </h2>
        <p className={styles.group}>{nameOfGroup(groupName)}</p>
      </header>
      <div className={styles.bar}>
        <SaveState state={state} />
        {mayWrite && <UndoButtons undo={state.undo} />}
      </div>
      <SaveNote state={state} locked={locked} />
      {renderMore?.(sync, template)}
      {template.instruction && <p className={styles.instruction}>{say(template.instruction)}</p>}
      {template.sections.map((section) => (
        <fieldset key={section.fields[0]?.id} className={styles.section}>
          <legend className={styles.sectionTitle}>{say(section.title)}</legend>
          {section.fields.map((field) => (
            <WorksheetField
              key={field.id}
              field={field}
              sync={sync}
              doc={doc}
              mayWrite={mayWrite}
              writers={writersOf(field.id)}
            />
          ))}
        </fieldset>
      ))}
    </form>
  );
}
