import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../i18n/LanguageSwitch.tsx';
import { Waiting } from '../../ui/Spinner.tsx';
import styles from './Connecting.module.css';

/** Most are in sooner, and would only be startled by words, in milliseconds. */
const calmFor = 5_000;

/** On the way into the class; when it takes long it says so, and what to try. `since`: when it began, in ms. */
export function Connecting({ since }: { since: number }): ReactElement {
  const { t } = useTranslation();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), Math.max(0, since + calmFor - Date.now()));
    return () => clearTimeout(timer);
  }, [since]);
  if (!slow) return <Waiting />;
  return (
    <main className={styles.page}>
      <div className={styles.corner}>
        <LanguageSwitch />
      </div>
      <Waiting />
      <h1 className={styles.title}>{t('end.slow.title')}</h1>
      <p role="status">{t('end.slow.text')}</p>
    </main>
  );
}
