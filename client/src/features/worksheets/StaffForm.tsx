import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldsOf, type WorksheetDoc, type WorksheetTemplate } from '#shared/features/worksheets.ts';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import WorksheetForm from './WorksheetForm.tsx';
import type { WorksheetSync } from './WorksheetSync.ts';
import { useFilledCount, useSyncState } from './worksheetHooks.ts';

/** A group's Worksheet as staff open it: how far the group is, and the form to write along. */
export default function StaffForm({ doc }: { doc: WorksheetDoc }): ReactElement {
  const { id, groupName, locked } = doc;
  return (
    <WorksheetForm
      docId={id}
      groupName={groupName}
      locked={locked}
      renderMore={(sync, template) => <Progress sync={sync} template={template} />}
    />
  );
}

function Progress({ sync, template }: { sync: WorksheetSync; template: WorksheetTemplate }): ReactElement {
  const { t } = useTranslation();
  const { doc } = useSyncState(sync);
  const ids = fieldsOf(template).map(({ id }) => id);
  const filled = useFilledCount(doc, ids);
  return (
    <ProgressBar
      label={t('worksheetsStaff.progress')}
      value={filled / ids.length}
      valueText={t('worksheetsStaff.filled', { filled, fields: ids.length })}
    />
  );
}
