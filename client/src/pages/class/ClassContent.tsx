import { Presentation } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Pointer } from '../../features/slides/Pointer.tsx';
import { SlidePicture } from '../../features/slides/SlidePicture.tsx';
import { useView } from '../../room/roomHooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import styles from './ClassContent.module.css';

/** What the class sees right now. `small` for a thumbnail of it. */
export function ClassContent({ small = false }: { small?: boolean }): ReactElement {
  const { t } = useTranslation();
  const { shown } = useView('slides');
  if (shown)
    return (
      <SlidePicture deck={shown.deck} page={shown.page} small={small}>
        <Pointer deckId={shown.deck.id} page={shown.page} />
      </SlidePicture>
    );
  return (
    <div className={styles.nothing} data-theme="dark">
      <EmptyState icon={Presentation} title={t('class.nothingShown')} />
    </div>
  );
}
