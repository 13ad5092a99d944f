import { Presentation } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorksheetDoc } from '#shared/features/worksheets.ts';
import { useCommand, useView } from '../../room/roomHooks.ts';
import { useGroupName } from '../../room/useGroupName.ts';
import { Button } from '../../ui/Button.tsx';

/** Shows a Worksheet to the class, or takes it away again. */
export function StageButton({ doc }: { doc: WorksheetDoc }): ReactElement {
  const { t } = useTranslation();
  const { stage } = useView('worksheets');
  const { send, pending } = useCommand();
  const group = useGroupName()(doc.groupName);
  const isShown = stage?.docId === doc.id;
  return (
    <Button
      icon={Presentation}
      pending={pending}
      aria-pressed={isShown}
      aria-label={isShown ? t('worksheetsStaff.takeOff') : t('worksheetsStaff.showOf', { group })}
      onClick={() =>
        void send({ feature: 'worksheets', type: 'showOnStage', docId: isShown ? null : doc.id })
      }
    >
      {t(isShown ? 'worksheetsStaff.takeOff' : 'worksheetsStaff.show')}
    </Button>
  );
}
