import { Users } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PeoplePanel } from '../../features/people/PeoplePanel.tsx';
import { PhaseButton } from '../../features/session/PhaseButton.tsx';
import { PresenterSwitch } from '../../features/session/PresenterSwitch.tsx';
import { DeckPanel } from '../../features/slides/DeckPanel.tsx';
import { PresentedSlide } from '../../features/slides/PresentedSlide.tsx';
import { PresenterNotes } from '../../features/slides/PresenterNotes.tsx';
import { inLanguage } from '../../i18n/bilingual.ts';
import { LanguageSwitch } from '../../i18n/LanguageSwitch.tsx';
import { useRoom, useView } from '../../room/roomHooks.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { ClassContent } from './ClassContent.tsx';
import styles from './Console.module.css';

/** Where staff teach from: what the class sees in the middle, material on the left, people on the right. */
export function Console(): ReactElement {
  const { info } = useRoom();
  const { t, i18n } = useTranslation();
  const { shown } = useView('slides');
  const { counts } = useView('people');
  const [tab, setTab] = useState<'people'>('people');
  return (
    <div className={styles.console}>
      <header className={styles.head}>
        <h1 className={styles.title}>{inLanguage(info.title, i18n.language)}</h1>
        <PresenterSwitch />
        <PhaseButton />
        <LanguageSwitch />
      </header>
      <aside className={styles.material} aria-label={t('console.material')}>
        <DeckPanel />
      </aside>
      <main className={styles.stage} aria-label={t('console.classSees')}>
        <div className={styles.shown}>
          {shown ? <PresentedSlide deck={shown.deck} page={shown.page} /> : <ClassContent />}
        </div>
        {shown && <PresenterNotes deck={shown.deck} page={shown.page} />}
      </main>
      <aside className={styles.people} aria-label={t('console.people')}>
        <Tabs
          label={t('console.people')}
          tabs={[{ id: 'people', label: t('people.title'), icon: Users, count: counts.members }]}
          selected={tab}
          onSelect={setTab}
        >
          <PeoplePanel />
        </Tabs>
      </aside>
    </div>
  );
}
