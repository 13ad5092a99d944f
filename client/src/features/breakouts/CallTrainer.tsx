import { LifeBuoy } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';

/** A group's way to a trainer. It stays where it is once it is pressed, and says how the call stands. */
export function CallTrainer({ called }: { called: boolean }): ReactElement {
  const { t } = useTranslation();
  const { send, pending } = useCommand();
  return (
    <Button
      icon={LifeBuoy}
      aria-pressed={called}
      aria-disabled={called}
      pending={pending}
      onClick={() => {
        if (!called) void send({ feature: 'breakouts', type: 'callHelp' });
      }}
    >
      {t(called ? 'breakouts.helpCalled' : 'breakouts.callHelp')}
    </Button>
  );
}
