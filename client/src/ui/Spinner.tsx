import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.ts';
import styles from './Spinner.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** A turning ring inside something that already says what is awaited. Silent to a screen reader. */
export function Spinner(): ReactElement {
  return <span className={styles.spinner} aria-hidden="true" />;
}

/** A wait that fills its place, announced with `label` or "Loading". */
export function Waiting({ label }: { label?: string }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.alone} role="status">
      <span className={cx(styles.spinner, styles.large)} aria-hidden="true" />
      <VisuallyHidden>{label ?? t('ui.loading')}</VisuallyHidden>
    </div>
  );
}
