import { type ReactElement, Suspense } from 'react';
import { useView } from '../../room/roomHooks.ts';
import { lazyPart } from '../../ui/lazily.ts';
import { Waiting } from '../../ui/Spinner.tsx';
import { myWorksheet } from './myWorksheet.ts';
import styles from './WorksheetPanel.module.css';

const WorksheetForm = lazyPart(() => import('./WorksheetForm.tsx'));

/** A member's own Worksheet: whether there is one to be drawn. */
export function useHasWorksheet(): boolean {
  return useView('worksheets').mine.length > 0;
}

/** The Worksheet of a member's group, to be filled. It fills its place and scrolls in it. */
export function WorksheetPanel(): ReactElement | null {
  const { mine } = useView('worksheets');
  const { round } = useView('breakouts');
  const worksheet = myWorksheet(mine, round);
  if (!worksheet) return null;
  const { id, template, groupName, locked } = worksheet;
  return (
    <div className={styles.place}>
      <Suspense fallback={<Waiting />}>
        <WorksheetForm key={id} docId={id} template={template} groupName={groupName} locked={locked} />
      </Suspense>
    </div>
  );
}
