import { RotateCw, Users } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useNames, useRoom, useView } from '../../room/roomHooks.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import styles from './AtRest.module.css';

/** What stands below the slide while nothing is asked: which class, whose, how many. */
export function AtRest(): ReactElement {
  const { t, i18n } = useTranslation();
  const { info } = useRoom();
  const { presenter } = useView('session');
  const { counts } = useView('people');
  const name = useNames();
  return (
    <div className={styles.rest} data-at-rest>
      <p className={styles.title}>{inLanguage(info.title, i18n.language)}</p>
      {presenter && (
        <p className={styles.line}>
          <Avatar id={presenter} name={name(presenter)} />
          <span>{t('class.presents', { name: name(presenter) })}</span>
        </p>
      )}
      <p className={styles.line}>
        <Users className={styles.icon} aria-hidden="true" />
        {t('lobby.here', { count: counts.people })}
      </p>
      <p className={styles.turn}>
        <RotateCw className={styles.icon} aria-hidden="true" />
        <span>{t('class.turn')}</span>
      </p>
    </div>
  );
}
