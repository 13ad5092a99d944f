import { Presentation } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { screenAmong } from '#shared/features/stage.ts';
import { CaseView } from '../../features/cases/CaseView.tsx';
import { Pointer } from '../../features/slides/Pointer.tsx';
import { PresentedSlide } from '../../features/slides/PresentedSlide.tsx';
import { SlidePicture } from '../../features/slides/SlidePicture.tsx';
import { VideoTile } from '../../media/VideoTile.tsx';
import { useNames, useView } from '../../room/roomHooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import styles from './ClassContent.module.css';

/** What the class sees right now: a shared screen before a case study before the slide. */
export function ClassContent({ presenting = false }: { presenting?: boolean }): ReactElement {
  const { t } = useTranslation();
  const { shown } = useView('slides');
  const { stage, here } = useView('stage');
  const { shown: shownCase } = useView('cases');
  const name = useNames();
  const screen = screenAmong(here ?? stage);

  if (screen)
    return (
      <div className={styles.screen}>
        <VideoTile participantId={screen} source="screen" name={name(screen)} />
      </div>
    );
  if (shownCase) return <CaseView />;
  if (shown && presenting) return <PresentedSlide deck={shown.deck} page={shown.page} />;
  if (shown)
    return (
      <SlidePicture deck={shown.deck} page={shown.page}>
        <Pointer deckId={shown.deck.id} page={shown.page} />
      </SlidePicture>
    );
  return (
    <div className={styles.nothing} data-theme="dark">
      <EmptyState icon={Presentation} title={t('class.nothingShown')} />
    </div>
  );
}
