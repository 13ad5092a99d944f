import { DoorClosed, Flag, Link2, MonitorSmartphone, WifiOff } from 'lucide-react';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndReason } from '#shared/socket.ts';
import { LanguageSwitch } from '../../i18n/LanguageSwitch.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { InstallButton } from '../../ui/InstallButton.tsx';
import { closeToast, currentToasts } from '../../ui/toasts.ts';
import styles from './ClassEnd.module.css';

export type EndKind = EndReason | 'classOver' | 'linkRevoked' | 'notJoined' | 'unreachable';

const icons = {
  removed: DoorClosed,
  classOver: Flag,
  linkRevoked: Link2,
  gaveWay: MonitorSmartphone,
  notJoined: Link2,
  unreachable: WifiOff,
};

/** What one can do about it here; the others are for people to settle. */
const actions = { gaveWay: 'end.comeBack', unreachable: 'join.retry' } as const;

/**
 * There is no class here for this device, or no more: why, and what to do.
 *
 * @param onAgain tries to enter once more, where that may help.
 */
export function ClassEnd({ kind, onAgain }: { kind: EndKind; onAgain?: () => void }): ReactElement {
  const { t } = useTranslation();
  const action = kind in actions ? actions[kind as keyof typeof actions] : null;
  useEffect(() => {
    // What was said in passing, such as that one is back in the class, is no longer so.
    for (const { id } of currentToasts()) closeToast(id);
  }, []);
  useEffect(() => {
    if (kind !== 'unreachable' || !onAgain) return;
    // A phone that has found its network again needn't be told so.
    window.addEventListener('online', onAgain);
    return () => window.removeEventListener('online', onAgain);
  }, [kind, onAgain]);
  return (
    <main className={styles.page}>
      <div className={styles.corner}>
        <LanguageSwitch />
      </div>
      <EmptyState
        wholePage
        icon={icons[kind]}
        title={t(`end.${kind}.title`)}
        action={
          action && onAgain ? (
            <Button look="primary" onClick={onAgain}>
              {t(action)}
            </Button>
          ) : (
            kind === 'classOver' && <InstallButton />
          )
        }
      >
        {t(`end.${kind}.text`)}
      </EmptyState>
    </main>
  );
}
