import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import { IconButton } from './IconButton.tsx';
import styles from './ToastRegion.module.css';
import { closeToast, currentToasts, type Toast, watchToasts } from './toasts.ts';

/**
 * How long a toast stays, in milliseconds: time to look up and read it slowly, two short lines at the least. Bytes tell,
 * as Chinese says the same in fewer letters.
 */
const staysMs = (text: string): number => Math.max(8000, 120 * new TextEncoder().encode(text).length);
const icons = { info: Info, good: CircleCheck, error: CircleAlert };

/** Where toasts appear; once in the page, beside an Announcer, which speaks them. */
export function ToastRegion(): ReactElement {
  const { t } = useTranslation();
  const toasts = useSyncExternalStore(watchToasts, currentToasts);
  const [held, setHeld] = useState(false);
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = region.current!;
    // Shown again, it is above a dialog that was opened after it. Before Chrome 114 it stays in the page.
    if (element.showPopover === undefined) return;
    if (element.matches(':popover-open')) element.hidePopover();
    if (toasts.length > 0) element.showPopover();
  }, [toasts]);
  const draw = (toast: Toast): ReactElement => <ToastCard key={toast.id} toast={toast} held={held} />;
  return (
    <section
      ref={region}
      className={styles.region}
      popover="manual"
      aria-label={t('ui.messages')}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div className={styles.list}>{toasts.map(draw)}</div>
    </section>
  );
}

function ToastCard({ toast, held }: { toast: Toast; held: boolean }): ReactElement {
  const { t } = useTranslation();
  const { id, tone, text, action } = toast;
  const Icon = icons[tone];
  const stays = held || action !== undefined;
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => closeToast(id), staysMs(text));
    return () => clearTimeout(timer);
  }, [id, text, stays]);
  return (
    <div className={styles.toast}>
      <Icon className={cx(styles.icon, styles[tone])} aria-hidden="true" />
      <span className={styles.text}>{text}</span>
      {action && (
        <Button
          look="plain"
          onClick={() => {
            action.onAction();
            closeToast(id);
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon={X} label={t('ui.close')} onClick={() => closeToast(id)} />
    </div>
  );
}
