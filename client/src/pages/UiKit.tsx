import type { ReactElement } from 'react';
import { LanguageSwitch } from '../i18n/LanguageSwitch.tsx';
import { ButtonsSection } from './uiKit/ButtonsSection.tsx';
import { ChoicesSection } from './uiKit/ChoicesSection.tsx';
import { ColoursSection } from './uiKit/ColoursSection.tsx';
import { FeedbackSection } from './uiKit/FeedbackSection.tsx';
import { FieldsSection } from './uiKit/FieldsSection.tsx';
import { LayoutSection } from './uiKit/LayoutSection.tsx';
import { OverlaysSection } from './uiKit/OverlaysSection.tsx';
import styles from './uiKit/UiKit.module.css';
import { useKitWords } from './uiKit/words.ts';

/** Every component in every state, for those who build screens. In development only. */
export default function UiKit(): ReactElement {
  const words = useKitWords();
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{words.title}</h1>
          <p className={styles.soft}>{words.intro}</p>
        </div>
        <LanguageSwitch />
      </header>
      <ButtonsSection />
      <FieldsSection />
      <ChoicesSection />
      <FeedbackSection />
      <OverlaysSection />
      <LayoutSection />
      <ColoursSection />
    </main>
  );
}
