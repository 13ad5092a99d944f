import { type ReactElement, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useView } from '../../room/roomHooks.ts';
import { useGroupName } from '../../room/useGroupName.ts';
import { lazyPart } from '../../ui/lazily.ts';
import { Select } from '../../ui/Select.tsx';
import { Waiting } from '../../ui/Spinner.tsx';
import { myWorksheet } from './myWorksheet.ts';
import styles from './WorksheetPanel.module.css';

const WorksheetForm = lazyPart(() => import('./WorksheetForm.tsx'));

/** A member's own Worksheet: whether there is one to be drawn. */
export function useHasWorksheet(): boolean {
  return useView('worksheets').mine.length > 0;
}

/**
 * The Worksheet of a member's group, to be filled, or one of an earlier round. It fills its place and scrolls
 * in it. Where another one is to be filled, that one is seen, whatever was chosen before.
 */
export function WorksheetPanel(): ReactElement | null {
  const { mine } = useView('worksheets');
  const { round } = useView('breakouts');
  const { t, i18n } = useTranslation();
  const nameOfGroup = useGroupName();
  const [chosen, setChosen] = useState<{ id: string; insteadOf: string } | null>(null);
  const present = myWorksheet(mine, round);
  if (!present) return null;
  const other = chosen?.insteadOf === present.id ? mine.find((doc) => doc.id === chosen.id) : undefined;
  const { id, groupName, locked } = other ?? present;
  return (
    <div className={styles.place}>
      {mine.length > 1 && (
        <div className={styles.which}>
          <Select
            label={t('worksheets.which')}
            value={id}
            onChange={(next) => setChosen({ id: next, insteadOf: present.id })}
            options={mine.toReversed().map((doc) => ({
              value: doc.id,
              label: `${inLanguage(doc.title, i18n.language)} · ${nameOfGroup(doc.groupName)}`,
            }))}
          />
        </div>
      )}
      <Suspense fallback={<Waiting />}>
        <WorksheetForm key={id} docId={id} groupName={groupName} locked={locked} />
      </Suspense>
    </div>
  );
}
