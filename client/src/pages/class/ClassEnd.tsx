import { DoorClosed, Flag, Link2, WifiOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndReason } from '#shared/socket.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

export type EndKind = EndReason | 'notJoined' | 'unreachable';

const icons = {
  removed: DoorClosed,
  classOver: Flag,
  linkRevoked: Link2,
  notJoined: Link2,
  unreachable: WifiOff,
};

/** There is no class here for this device, or no more: why, and what to do. */
export function ClassEnd({ kind }: { kind: EndKind }): ReactElement {
  const { t } = useTranslation();
  return (
    <main>
      <EmptyState
        wholePage
        icon={icons[kind]}
        title={t(`end.${kind}.title`)}
        action={
          kind === 'unreachable' && (
            <Button look="primary" onClick={() => location.reload()}>
              {t('join.retry')}
            </Button>
          )
        }
      >
        {t(`end.${kind}.text`)}
      </EmptyState>
    </main>
  );
}
