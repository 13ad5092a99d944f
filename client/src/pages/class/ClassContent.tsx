import { Presentation } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseView } from '../../features/cases/CaseView.tsx';
import { PresentedCase } from '../../features/cases/PresentedCase.tsx';
import { ClipOnStage } from '../../features/clips/ClipOnStage.tsx';
import { PollOnStage } from '../../features/polls/PollOnStage.tsx';
import { seatingOf } from '../../features/sharedRoom/seating.ts';
import { Pointer } from '../../features/slides/Pointer.tsx';
import { PresentedSlide } from '../../features/slides/PresentedSlide.tsx';
import { SlidePicture } from '../../features/slides/SlidePicture.tsx';
import { WorksheetOnStage } from '../../features/worksheets/WorksheetOnStage.tsx';
import { VideoTile } from '../../media/VideoTile.tsx';
import { useMe, useName, useView } from '../../room/roomHooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import styles from './ClassContent.module.css';
import type { Content } from './useContent.ts';
import { useContentNews } from './useContentNews.ts';

type ClassContentProps = {
  content: Content;
  /** Whoever presents turns the pages here. */
  presenting?: boolean;
  /** On a thumbnail nothing is heard. */
  small?: boolean;
};

/** What is before this person right now. */
export function ClassContent({ content, presenting = false }: ClassContentProps): ReactElement | null {
  useContentNews(content, presenting);
  return <ShownContent content={content} presenting={presenting} />;
}

/** The same without saying what is new: for a thumbnail. */
export function ShownContent({
  content,
  presenting = false,
  small = false,
}: ClassContentProps): ReactElement | null {
  const { t } = useTranslation();
  switch (content.kind) {
    case 'screen':
      return <SharedScreen participantId={content.participantId} />;
    case 'worksheet':
      return <WorksheetOnStage />;
    case 'clip':
      return <ShownClip small={small} presenting={presenting} />;
    case 'poll':
      return <PollOnStage poll={content.poll} />;
    case 'case':
      return presenting ? <PresentedCase /> : <CaseView />;
    case 'slide':
      if (presenting) return <PresentedSlide deck={content.deck} page={content.page} />;
      return (
        <SlidePicture deck={content.deck} page={content.page}>
          <Pointer deckId={content.deck.id} page={content.page} />
        </SlidePicture>
      );
    case 'nothing':
      return (
        <div className={styles.nothing} data-theme="dark">
          <EmptyState icon={Presentation} title={t('class.nothingShown')} />
        </div>
      );
  }
}

function SharedScreen({ participantId }: { participantId: string }): ReactElement {
  const name = useName(participantId);
  return (
    <div className={styles.screen}>
      <VideoTile participantId={participantId} source="screen" name={name} />
    </div>
  );
}

/** Those who sit in one room hear a video from the one device that sounds there. */
function ShownClip({ small, presenting }: { small: boolean; presenting: boolean }): ReactElement {
  const me = useMe();
  const { mine } = useView('sharedRoom');
  const silent = small || seatingOf(mine, me.id) === 'silent';
  return <ClipOnStage small={small} silent={silent} presenting={presenting} />;
}
