import { memo, type ReactElement, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { maxFieldLength } from '#shared/documents.ts';
import type { WorksheetTemplate } from '#shared/features/worksheets.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { Badge } from '../../ui/Badge.tsx';
import { controlClass, Field } from '../../ui/Field.tsx';
import { FieldBinding } from './FieldBinding.ts';
import { fitToText } from './growing.ts';
import styles from './WorksheetForm.module.css';
import type { WorksheetSync } from './WorksheetSync.ts';

export type WorksheetField = WorksheetTemplate['sections'][number]['fields'][number];

type WorksheetFieldProps = {
  field: WorksheetField;
  sync: WorksheetSync;
  doc: Y.Doc;
  mayWrite: boolean;
  /** The names of others who write here, in one text, so that the field is drawn anew only when they change. */
  writers: string;
};

/** One field: a label, a hint, and a text area that belongs to the document rather than to React. */
export const WorksheetField = memo(function WorksheetField(props: WorksheetFieldProps): ReactElement {
  const { field, sync, doc, mayWrite, writers } = props;
  const { t, i18n } = useTranslation();
  const area = useRef<HTMLTextAreaElement>(null);
  const [isFull, setIsFull] = useState(false);
  const { id, kind } = field;
  // Before anybody can type into it: what is typed sooner would be lost.
  useLayoutEffect(() => {
    const { current } = area;
    if (!current) return;
    const binding = new FieldBinding(current, { id, kind }, sync, () => {
      fitToText(current);
      setIsFull(current.value.length >= maxFieldLength);
    });
    return () => binding.close();
  }, [sync, doc, id, kind]);
  return (
    <div className={styles.field} data-field={id} data-written={writers !== '' || undefined}>
      {writers !== '' && (
        <span className={styles.writers}>
          <Badge tone="brand" label={t('worksheets.writes', { names: writers })}>
            {writers}
          </Badge>
        </span>
      )}
      <Field
        label={inLanguage(field.label, i18n.language)}
        hint={field.hint ? inLanguage(field.hint, i18n.language) : undefined}
        error={isFull ? t('worksheets.fieldFull') : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            ref={area}
            className={controlClass(styles.area)}
            rows={kind === 'line' ? 1 : 3}
            maxLength={maxFieldLength}
            readOnly={!mayWrite}
            enterKeyHint={kind === 'line' ? 'done' : 'enter'}
          />
        )}
      </Field>
    </div>
  );
});
