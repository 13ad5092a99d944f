import { Presentation } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseView } from '../../features/cases/CaseView.tsx';
import { PollOnStage } from '../../features/polls/PollOnStage.tsx';
import { Pointer } from '../../features/slides/Pointer.tsx';
import { PresentedSlide } from '../../features/slides/PresentedSlide.tsx';
import { SlidePicture } from '../../features/slides/SlidePicture.tsx';
import { WorksheetOnStage } from '../../features/worksheets/WorksheetOnStage.tsx';
import { VideoTile } from '../../media/VideoTile.tsx';
import { useNames } from '../../room/roomHooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import styles from './ClassContent.module.css';
import type { Content } from './useContent.ts';
import { useContentNews } from './useContentNews.ts';

type ClassContentProps = {
  content: Content;
  /** Whoever presents turns the pages here. */
  presenting?: boolean;
};

/** What is before this person right now. */
export function ClassContent({ content, presenting = false }: ClassContentProps): ReactElement | null {
  useContentNews(content, presenting);
  return <ShownContent content={content} presenting={presenting} />;
}

/** The same without saying what is new: for a thumbnail. */
export function ShownContent({ content, presenting = false }: ClassContentProps): ReactElement | null {
  const { t } = useTranslation();
  const name = useNames();
  switch (content.kind) {
    case 'screen':
      return (
        <div className={styles.screen}>
          <VideoTile
            participantId={content.participantId}
            source="screen"
            name={name(content.participantId)}
          />
        </div>
      );
    case 'worksheet':
      return <WorksheetOnStage />;
    case 'poll':
      return <PollOnStage poll={content.poll} />;
    case 'case':
      return <CaseView />;
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
