import type { ReactElement } from 'react';
import { useView } from '../../room/roomHooks.ts';
import { CaseView } from './CaseView.tsx';
import styles from './PresentedCase.module.css';
import { SectionStepper } from './SectionStepper.tsx';

/** The case as whoever shows it sees it: below it the way to the next section, as below a slide. */
export function PresentedCase(): ReactElement | null {
  const { shown } = useView('cases');
  if (!shown) return null;
  return (
    <div className={styles.presented}>
      <div className={styles.study}>
        <CaseView />
      </div>
      <div className={styles.controls}>
        <SectionStepper shown={shown} />
      </div>
    </div>
  );
}
