import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { groupOf } from '#shared/basics.ts';
import { GroupCard } from '../../features/breakouts/GroupCard.tsx';
import { GroupHead } from '../../features/breakouts/GroupHead.tsx';
import { useGroupNews } from '../../features/breakouts/useGroupNews.ts';
import { HelpState } from '../../features/help/HelpState.tsx';
import { DevicesElsewhere } from '../../features/stage/DevicesElsewhere.tsx';
import { InviteCard, OnStageNote } from '../../features/stage/InviteCard.tsx';
import { SoundGate } from '../../features/stage/SoundGate.tsx';
import { StageStrip } from '../../features/stage/StageStrip.tsx';
import { useHasWorksheet, WorksheetPanel } from '../../features/worksheets/WorksheetPanel.tsx';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useMe, useRoom, useView } from '../../room/roomHooks.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './BigScreen.module.css';
import { BigScreenBar } from './BigScreenBar.tsx';
import { ClassContent } from './ClassContent.tsx';
import { Lobby } from './Lobby.tsx';
import { RoomLine } from './RoomLine.tsx';
import { useAwake } from './useAwake.ts';
import { useContent } from './useContent.ts';
import { useLargeType } from './useLargeType.ts';

/**
 * The class for a projector or a screen that several sit before, readable from six metres: what is shown
 * fills the screen, and controls come only when a hand does.
 */
export default function BigScreen(): ReactElement {
  const { phase } = useView('session');
  const awake = useAwake();
  useGroupNews();
  useLargeType(true);
  return (
    <div className={styles.screen} data-big-screen data-awake={awake || undefined}>
      {phase === 'live' ? <LiveScreen /> : <Lobby />}
      <BigScreenBar />
    </div>
  );
}

function LiveScreen(): ReactElement {
  const { info } = useRoom();
  const { t, i18n } = useTranslation();
  const me = useMe();
  const content = useContent('big');
  const works = useHasWorksheet() && groupOf(me.space as 'plenary') !== null;
  return (
    <>
      <header className={styles.line}>
        <h1>
          <VisuallyHidden>{inLanguage(info.title, i18n.language)}</VisuallyHidden>
        </h1>
        <RoomLine />
      </header>
      <main className={styles.content}>
        {works ? <WorksheetPanel /> : <ClassContent content={content} />}
      </main>
      <aside className={styles.side} aria-label={t('class.below')}>
        {/* Before all else, or a long task of the group would push it out of sight. */}
        <div className={styles.cards}>
          <SoundGate />
          <DevicesElsewhere />
        </div>
        <StageStrip />
        <GroupHead />
        <div className={styles.cards}>
          {me.role === 'member' && (
            <>
              <HelpState />
              <OnStageNote />
              <InviteCard />
              <GroupCard />
            </>
          )}
        </div>
      </aside>
    </>
  );
}
