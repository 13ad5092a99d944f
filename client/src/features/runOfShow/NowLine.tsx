import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useView } from '../../room/roomHooks.ts';
import { announce } from '../../ui/announce.ts';
import styles from './NowLine.module.css';

/** What the class does now, in one line. */
export function NowLine(): ReactElement | null {
  const { t, i18n } = useTranslation();
  const { segments, current } = useView('runOfShow');
  const segment = segments.find(({ id }) => id === current);
  const title = segment && inLanguage(segment.title, i18n.language);

  const said = useRef(current);
  useEffect(() => {
    if (said.current === current) return;
    said.current = current;
    if (title !== undefined) announce(t('runOfShow.isNow', { title }));
  }, [current, title, t]);

  if (title === undefined) return null;
  return (
    <p className={styles.line}>
      <span className={styles.now}>{t('runOfShow.now')}</span> {title}
    </p>
  );
}
