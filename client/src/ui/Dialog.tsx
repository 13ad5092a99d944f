import { X } from 'lucide-react';
import { type MouseEvent, type ReactElement, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Announcer } from './Announcer.tsx';
import { cx } from './cx.ts';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';

type DialogProps = {
  title: string;
  children: ReactNode;
  /** Called by the cross, Escape, the phone's back gesture and a click beside the dialog. */
  onClose: () => void;
  /** Buttons at the bottom, the main one last: it stands at the end of the line, on a phone above the others. */
  actions?: ReactNode;
  wide?: boolean;
  /** It leaves in sight what the class looks at: below it, or on a wide screen at its end. */
  beside?: boolean;
  /** False for a question that must be answered: it closes by its actions only. */
  dismissible?: boolean;
};

/**
 * A dialog, and a sheet from below on phones. It is open while it is rendered. The browser's own
 * element keeps the focus inside, makes the page behind inert and gives the focus back, at no weight;
 * react-aria's would add 16 kB. `data-autofocus` on an element inside gives it the first focus.
 */
export function Dialog({
  title,
  children,
  onClose,
  actions,
  wide,
  beside,
  dismissible = true,
}: DialogProps): ReactElement {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const pressedBeside = useRef(false);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current!;
    element.showModal();
    // The title first, so that a screen reader begins with what this is about, not with a cross.
    (element.querySelector<HTMLElement>('[data-autofocus]') ?? heading.current)?.focus();
    return () => element.close();
  }, []);
  const isBeside = (event: MouseEvent): boolean => event.target === event.currentTarget;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same, by the element itself.
    <dialog
      ref={dialog}
      className={cx(styles.dialog, wide && styles.wide, beside && styles.beside)}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        if (dismissible) onClose();
      }}
      // A second Escape closes it whatever the page says; then the page must follow, or ask again.
      onClose={(event) => {
        if (event.target !== event.currentTarget || event.currentTarget.open) return;
        if (dismissible) onClose();
        else if (event.currentTarget.isConnected) event.currentTarget.showModal();
      }}
      onMouseDown={(event) => {
        pressedBeside.current = isBeside(event);
      }}
      onClick={(event) => dismissible && pressedBeside.current && isBeside(event) && onClose()}
    >
      <div className={styles.sheet}>
        <div className={styles.head}>
          <h2 ref={heading} id={titleId} className={styles.title} tabIndex={-1}>
            {title}
          </h2>
          {dismissible && <IconButton icon={X} label={t('ui.close')} onClick={onClose} />}
        </div>
        <div className={styles.body}>{children}</div>
        <Announcer />
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </dialog>
  );
}
