import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { HeadsChoice } from '../../features/people/HeadsChoice.tsx';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useFormat } from '../../i18n/format.ts';
import { LanguageSwitch } from '../../i18n/LanguageSwitch.tsx';
import { useNames, useRoom, useView } from '../../room/roomHooks.ts';
import { useEnterpriseName } from '../../room/useEnterpriseName.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import styles from './Lobby.module.css';

/** Before the class: you are in, this is when it begins, this is who is here. */
export function Lobby(): ReactElement {
  const { info } = useRoom();
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const name = useNames();
  const { counts, me } = useView('people');
  const enterprise = useEnterpriseName()(me.enterpriseId);
  return (
    <main className={styles.lobby}>
      <div className={styles.corner}>
        <LanguageSwitch />
      </div>
      {me.role !== 'observer' && me.heads === null && <Avatar id={me.id} name={name(me.id)} large />}
      <p className={styles.welcome}>
        {me.role === 'observer' ? t('lobby.welcomeObserver') : t('lobby.welcome', { name: name(me.id) })}
      </p>
      {enterprise && <p className={styles.soft}>{enterprise}</p>}
      <h1>{inLanguage(info.title, i18n.language)}</h1>
      <p className={styles.wait} role="status">
        {t('lobby.wait', { time: format.time(info.startsAt) })}
      </p>
      {me.heads !== null && <HeadsChoice />}
      <p className={styles.soft}>{t('lobby.here', { count: counts.people })}</p>
    </main>
  );
}
