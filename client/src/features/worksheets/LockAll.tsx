import { Lock, LockOpen } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorksheetDoc } from '#shared/features/worksheets.ts';
import { useCommand } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './WorksheetsPanel.module.css';

/** How long to wait when a big class has more Worksheets than the server takes Commands at a time, in milliseconds. */
const pause = 250;

/** Ends all writing, or lets it go on: one Command for each Worksheet, as there is one Journal row for each. */
export function LockAll({ docs }: { docs: readonly WorksheetDoc[] }): ReactElement {
  const { t } = useTranslation();
  const { send } = useCommand({ quiet: true });
  const [setting, setSetting] = useState<'lock' | 'unlock' | null>(null);
  const set = async (type: 'lock' | 'unlock'): Promise<void> => {
    setSetting(type);
    for (const { id: docId, locked } of docs) {
      if (locked === (type === 'lock')) continue;
      for (;;) {
        const reply = await send({ feature: 'worksheets', type, docId });
        if (reply.ok || reply.refusal !== 'tooFast') break;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
    setSetting(null);
  };
  return (
    <div className={styles.actions}>
      <Button
        icon={Lock}
        pending={setting === 'lock'}
        disabled={docs.every(({ locked }) => locked)}
        onClick={() => void set('lock')}
      >
        {t('worksheetsStaff.lockAll')}
      </Button>
      <Button
        icon={LockOpen}
        pending={setting === 'unlock'}
        disabled={docs.every(({ locked }) => !locked)}
        onClick={() => void set('unlock')}
      >
        {t('worksheetsStaff.unlockAll')}
      </Button>
    </div>
  );
}
