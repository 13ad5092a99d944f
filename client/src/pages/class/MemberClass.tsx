import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useRoom, useView } from '../../room/roomHooks.ts';
import { ClassContent } from './ClassContent.tsx';
import { Lobby } from './Lobby.tsx';
import styles from './MemberClass.module.css';

/** The class on a member's phone: what is shown on top, people below it, one bar of big buttons. */
export function MemberClass(): ReactElement {
  const { info } = useRoom();
  const { i18n } = useTranslation();
  const { phase } = useView('session');
  if (phase !== 'live') return <Lobby />;
  return (
    <div className={styles.class}>
      <h1 className={styles.title}>{inLanguage(info.title, i18n.language)}</h1>
      <main className={styles.content}>
        <ClassContent />
      </main>
    </div>
  );
}
