import { PanelRightClose, PanelRightOpen } from 'lucide-react';
import { memo, type ReactElement, useCallback, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupOf } from '#shared/basics.ts';
import { useGroupNews } from '../../features/breakouts/useGroupNews.ts';
import type { ChatPreview } from '../../features/chat/useChatPreview.ts';
import { NowLine } from '../../features/runOfShow/NowLine.tsx';
import { useHasWorksheet, WorksheetPanel } from '../../features/worksheets/WorksheetPanel.tsx';
import { inLanguage } from '../../i18n/bilingual.ts';
import { LanguageSwitch } from '../../i18n/LanguageSwitch.tsx';
import { useMe, useRoom, useView } from '../../room/roomHooks.ts';
import { FullScreenButton } from '../../ui/FullScreenButton.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { BigScreenButton } from './BigScreenButton.tsx';
import { ClassContent } from './ClassContent.tsx';
import { ConnectionSignal } from './ConnectionSignal.tsx';
import { Lobby } from './Lobby.tsx';
import { MemberBar } from './MemberBar.tsx';
import { MemberBelow } from './MemberBelow.tsx';
import styles from './MemberClass.module.css';
import { isText, useContent } from './useContent.ts';

/**
 * The class on a member's phone: what is shown on top, people and what is asked of the member below it,
 * one bar of big buttons. On its side the slide has the screen.
 */
export default function MemberClass(): ReactElement {
  const { phase } = useView('session');
  // From the lobby on, or groups that are made as the class begins would be news to nobody.
  useGroupNews();
  if (phase !== 'live') return <Lobby />;
  return <LiveMember />;
}

/** Kept as drawn while names come in: each draws anew what tells of groups, above. */
const LiveMember = memo(function LiveMember(): ReactElement {
  const { t, i18n } = useTranslation();
  const { info } = useRoom();
  const { role, space } = useMe();
  const content = useContent();
  const stage = useView('stage');
  const [folded, setFolded] = useState(false);
  const [message, setMessage] = useState<ChatPreview | null>(null);
  const [chatAsks, setChatAsks] = useState(0);
  const belowId = useId();
  const inGroup = groupOf(space) !== null;
  const hasWorksheet = useHasWorksheet();
  // In a group the Worksheet is what one works on; elsewhere it is a tap away.
  const [worksheet, setWorksheet] = useState<{ inGroup: boolean; open: boolean } | null>(null);
  const writes = hasWorksheet && (worksheet?.inGroup === inGroup ? worksheet.open : inGroup);
  const reading = writes || isText(content);
  const unfold = useCallback(() => setFolded(false), []);
  const takesPart = role === 'member';
  return (
    <div className={styles.class} data-reading={reading || undefined} data-folded={folded || undefined}>
      <header className={styles.title}>
        <h1>
          <VisuallyHidden>{inLanguage(info.title, i18n.language)}</VisuallyHidden>
        </h1>
        <div className={styles.now}>
          <NowLine />
        </div>
        {/* Who takes no part has no bar, and so no sheet with the languages. */}
        {!takesPart && (
          <>
            <BigScreenButton small />
            <LanguageSwitch compact />
          </>
        )}
        <ConnectionSignal />
        <FullScreenButton />
        <div className={styles.fold}>
          <IconButton
            icon={folded ? PanelRightOpen : PanelRightClose}
            label={t('class.below')}
            aria-expanded={!folded}
            aria-controls={belowId}
            onClick={() => setFolded(!folded)}
          />
        </div>
      </header>
      <main className={styles.content}>
        {writes ? <WorksheetPanel /> : <ClassContent content={content} />}
      </main>
      <MemberBelow
        id={belowId}
        reading={reading}
        message={message}
        onMessage={setMessage}
        onOpenChat={() => setChatAsks((asks) => asks + 1)}
        onCard={unfold}
      />
      {takesPart && (
        <MemberBar
          inGroup={inGroup}
          maySpeak={inGroup || stage.me.invitation === 'onStage'}
          writes={writes}
          onWorksheet={() => setWorksheet({ inGroup, open: !writes })}
          message={message}
          onMessage={setMessage}
          chatAsks={chatAsks}
        />
      )}
    </div>
  );
});
