import { LifeBuoy } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, useView } from '../../room/roomHooks.ts';
import { BarButton } from '../../ui/Bar.tsx';
import { Button } from '../../ui/Button.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { HelpState } from './HelpState.tsx';

/**
 * A member's way to staff: "I can't hear" and what else may be the matter. Once called, it says how the
 * call stands. With `bar` it is a button of the bottom bar, which leaves that to a {@link HelpState}.
 */
export function HelpButton({ bar = false }: { bar?: boolean }): ReactElement | null {
  const { t } = useTranslation();
  const { mine } = useView('help');
  const { role } = useMe();
  const [open, setOpen] = useState(false);
  if (role !== 'member') return null;
  const show = (): void => setOpen(true);
  return (
    <>
      {bar ? (
        <BarButton icon={LifeBuoy} label={t('help.short')} aria-pressed={mine !== null} onClick={show} />
      ) : mine ? (
        <HelpState />
      ) : (
        <Button icon={LifeBuoy} wide onClick={show}>
          {t('help.title')}
        </Button>
      )}
      {open && <HelpDialog onClose={() => setOpen(false)} />}
    </>
  );
}
