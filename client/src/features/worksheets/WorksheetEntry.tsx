import { Lock, LockOpen } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorksheetDoc } from '#shared/features/worksheets.ts';
import { useCommand, useView } from '../../room/roomHooks.ts';
import { useGroupName } from '../../room/useGroupName.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { StageButton } from './StageButton.tsx';
import styles from './WorksheetsPanel.module.css';

/** Staff: one group's Worksheet in the list. */
export function WorksheetEntry({ doc, onOpen }: { doc: WorksheetDoc; onOpen: () => void }): ReactElement {
  const { t } = useTranslation();
  const { stage } = useView('worksheets');
  const { send, pending } = useCommand();
  const group = useGroupName()(doc.groupName);
  const { id: docId, locked } = doc;
  return (
    <li className={styles.entry} data-entry={docId}>
      <div className={styles.head}>
        <div className={styles.name}>
          <h3>{group}</h3>
          {locked && <Badge tone="warn">{t('worksheetsStaff.locked')}</Badge>}
          {stage?.docId === docId && <Badge tone="brand">{t('worksheetsStaff.onStage')}</Badge>}
        </div>
        <IconButton
          icon={locked ? LockOpen : Lock}
          label={t(locked ? 'worksheetsStaff.unlock' : 'worksheetsStaff.lock', { group })}
          pending={pending}
          onClick={() => void send({ feature: 'worksheets', type: locked ? 'unlock' : 'lock', docId })}
        />
      </div>
      <div className={styles.actions}>
        <Button aria-label={t('worksheetsStaff.openOf', { group })} onClick={onOpen}>
          {t('worksheetsStaff.open')}
        </Button>
        <StageButton doc={doc} />
      </div>
    </li>
  );
}
