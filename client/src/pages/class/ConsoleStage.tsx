import { type CSSProperties, type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { GroupCalls } from '../../features/breakouts/GroupCalls.tsx';
import { GroupHead } from '../../features/breakouts/GroupHead.tsx';
import { HelpCalls } from '../../features/help/HelpCalls.tsx';
import { PresenterNotes } from '../../features/slides/PresenterNotes.tsx';
import { DevicesElsewhere } from '../../features/stage/DevicesElsewhere.tsx';
import { SoundGate } from '../../features/stage/SoundGate.tsx';
import { StageStrip } from '../../features/stage/StageStrip.tsx';
import { GroupWorksheet, useGroupWorksheet } from '../../features/worksheets/GroupWorksheet.tsx';
import { useMe, useView } from '../../room/roomHooks.ts';
import { ClassContent } from './ClassContent.tsx';
import { ClassThumbnail } from './ClassThumbnail.tsx';
import styles from './Console.module.css';
import { type Content, useContent } from './useContent.ts';
import { useShortcuts } from './useShortcuts.ts';

/**
 * The console's middle: what is shown, large, in a group its Worksheet; below it what the class sees, what comes
 * next, and the notes.
 */
export function ConsoleStage(): ReactElement {
  const { t } = useTranslation();
  const { presenter } = useView('session');
  const { shown } = useView('slides');
  const me = useMe();
  const content = useContent();
  const worksheet = useGroupWorksheet();
  // A screen is shared to be looked at now; the Worksheet is also on the left.
  const ofGroup = content.kind === 'screen' ? null : worksheet;
  const place = useRef<HTMLDivElement>(null);
  useShortcuts({ slide: () => place.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus() });
  return (
    <main className={styles.stage} aria-label={t('console.stage')}>
      <div className={styles.middle}>
        <div className={styles.notices}>
          <SoundGate />
          <DevicesElsewhere />
          <HelpCalls />
          <GroupCalls />
          <GroupHead />
        </div>
        <StageStrip />
        <div
          ref={place}
          className={styles.shown}
          {...(ofGroup ? { 'data-writing': true } : proportions(content))}
        >
          {ofGroup ? (
            <GroupWorksheet doc={ofGroup} />
          ) : (
            <ClassContent content={content} presenting={presenter === null || presenter === me.id} />
          )}
        </div>
        <div className={styles.foot}>
          <ClassThumbnail worded={!shown} />
          {shown && <PresenterNotes deck={shown.deck} page={shown.page} />}
        </div>
      </div>
    </main>
  );
}

/** A slide takes as much height as its width gives it, and leaves the rest to the notes. */
function proportions(content: Content): { style?: CSSProperties; 'data-slide'?: true } {
  if (content.kind !== 'slide') return {};
  const size = content.deck.pages[content.page];
  if (!size) return {};
  return { 'data-slide': true, style: { '--shape': size.width / size.height } as CSSProperties };
}
