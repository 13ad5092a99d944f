import { type ReactElement, Suspense } from 'react';
import type { WorksheetDoc } from '#shared/features/worksheets.ts';
import { useMe, useView } from '../../room/roomHooks.ts';
import { lazyPart } from '../../ui/lazily.ts';
import { Waiting } from '../../ui/Spinner.tsx';
import { worksheetIn } from './myWorksheet.ts';
import styles from './WorksheetPanel.module.css';

const StaffForm = lazyPart(() => import('./StaffForm.tsx'));

/** What the group fills in which one is, who is of the staff; null elsewhere, or where it has none. */
export function useGroupWorksheet(): WorksheetDoc | null {
  const { staff } = useView('worksheets');
  const { round } = useView('breakouts');
  const { space } = useMe();
  return worksheetIn(space, staff?.docs ?? [], round);
}

/** A group's Worksheet, large, as its members have it before them. It fills its place and scrolls in it. */
export const GroupWorksheet = ({ doc }: { doc: WorksheetDoc }): ReactElement => (
  <div className={styles.place}>
    <Suspense fallback={<Waiting />}>
      <StaffForm key={doc.id} doc={doc} />
    </Suspense>
  </div>
);
