import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupOf } from '#shared/basics.ts';
import { GroupCard } from '../../features/breakouts/GroupCard.tsx';
import { GroupHead } from '../../features/breakouts/GroupHead.tsx';
import { useGroupNews } from '../../features/breakouts/useGroupNews.ts';
import { HelpState } from '../../features/help/HelpState.tsx';
import { PollCard } from '../../features/polls/PollCard.tsx';
import { NowLine } from '../../features/runOfShow/NowLine.tsx';
import { DevicesElsewhere } from '../../features/stage/DevicesElsewhere.tsx';
import { InviteCard } from '../../features/stage/InviteCard.tsx';
import { SoundGate } from '../../features/stage/SoundGate.tsx';
import { StageStrip } from '../../features/stage/StageStrip.tsx';
import { useHasWorksheet, WorksheetPanel } from '../../features/worksheets/WorksheetPanel.tsx';
import { inLanguage } from '../../i18n/bilingual.ts';
import { LanguageSwitch } from '../../i18n/LanguageSwitch.tsx';
import { useMe, useRoom, useView } from '../../room/roomHooks.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { ClassContent } from './ClassContent.tsx';
import { ConnectionSignal } from './ConnectionSignal.tsx';
import { Lobby } from './Lobby.tsx';
import { MemberBar } from './MemberBar.tsx';
import styles from './MemberClass.module.css';
import { isText, useContent } from './useContent.ts';

/**
 * The class on a member's phone: what is shown on top, people and what is asked of the member below it,
 * one bar of big buttons.
 */
export default function MemberClass(): ReactElement {
  const { phase } = useView('session');
  // From the lobby on, or groups that are made as the class begins would be news to nobody.
  useGroupNews();
  if (phase !== 'live') return <Lobby />;
  return <LiveMember />;
}

function LiveMember(): ReactElement {
  const { t, i18n } = useTranslation();
  const { info } = useRoom();
  const me = useMe();
  const content = useContent();
  const stage = useView('stage');
  const inGroup = groupOf(me.space as 'plenary') !== null;
  const hasWorksheet = useHasWorksheet();
  // In a group the Worksheet is what one works on; elsewhere it is a tap away.
  const [worksheet, setWorksheet] = useState<{ inGroup: boolean; open: boolean } | null>(null);
  const writes = hasWorksheet && (worksheet?.inGroup === inGroup ? worksheet.open : inGroup);
  const takesPart = me.role === 'member';
  return (
    <div className={styles.class} data-reading={writes || isText(content) || undefined}>
      <header className={styles.title}>
        <h1>
          <VisuallyHidden>{inLanguage(info.title, i18n.language)}</VisuallyHidden>
        </h1>
        <NowLine />
        {/* Who takes no part has no bar, and so no sheet with the languages. */}
        {!takesPart && <LanguageSwitch />}
        <ConnectionSignal />
      </header>
      <main className={styles.content}>
        {writes ? <WorksheetPanel /> : <ClassContent content={content} />}
      </main>
      <aside className={styles.below} aria-label={t('class.below')}>
        <GroupHead />
        <StageStrip />
        <div className={styles.cards}>
          <SoundGate />
          <DevicesElsewhere />
          {takesPart && (
            <>
              <HelpState />
              <InviteCard />
              <PollCard />
              <GroupCard />
            </>
          )}
        </div>
      </aside>
      {takesPart && (
        <MemberBar
          inGroup={inGroup}
          maySpeak={inGroup || stage.me.invitation === 'onStage'}
          writes={writes}
          onWorksheet={() => setWorksheet({ inGroup, open: !writes })}
        />
      )}
    </div>
  );
}
