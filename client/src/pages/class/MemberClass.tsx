import { Ellipsis } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useMe, useRoom, useView } from '../../room/roomHooks.ts';
import { Bar, BarButton } from '../../ui/Bar.tsx';
import { ClassContent } from './ClassContent.tsx';
import { Lobby } from './Lobby.tsx';
import styles from './MemberClass.module.css';
import { MoreSheet } from './MoreSheet.tsx';

/**
 * The class on a member's phone: what is shown on top, people and what is asked of the member below it,
 * one bar of big buttons.
 */
export function MemberClass(): ReactElement {
  const { info } = useRoom();
  const { t, i18n } = useTranslation();
  const { phase } = useView('session');
  const me = useMe();
  const [open, setOpen] = useState<'more' | null>(null);
  if (phase !== 'live') return <Lobby />;
  return (
    <div className={styles.class}>
      <h1 className={styles.title}>{inLanguage(info.title, i18n.language)}</h1>
      <main className={styles.content}>
        <ClassContent />
      </main>
      <div className={styles.below} />
      {me.role === 'member' && (
        <Bar label={t('class.bar')}>
          <BarButton
            icon={Ellipsis}
            label={t('class.more')}
            aria-expanded={open === 'more'}
            onClick={() => setOpen('more')}
          />
        </Bar>
      )}
      {open === 'more' && <MoreSheet onClose={() => setOpen(null)} />}
    </div>
  );
}
