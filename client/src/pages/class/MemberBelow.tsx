import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GroupCard } from '../../features/breakouts/GroupCard.tsx';
import { GroupLine } from '../../features/breakouts/GroupLine.tsx';
import { TaskCard } from '../../features/breakouts/TaskCard.tsx';
import { TrainerWordCard } from '../../features/breakouts/TrainerWordCard.tsx';
import { ChatPreviewCard } from '../../features/chat/ChatPreviewCard.tsx';
import type { ChatPreview } from '../../features/chat/useChatPreview.ts';
import { HelpState } from '../../features/help/HelpState.tsx';
import { PollCard } from '../../features/polls/PollCard.tsx';
import { DevicesElsewhere } from '../../features/stage/DevicesElsewhere.tsx';
import { InviteCard, OnStageNote } from '../../features/stage/InviteCard.tsx';
import { SoundGate } from '../../features/stage/SoundGate.tsx';
import { StageStrip } from '../../features/stage/StageStrip.tsx';
import { useMe } from '../../room/roomHooks.ts';
import { AtRest } from './AtRest.tsx';
import { CardTabs } from './CardTabs.tsx';
import { type CardChoice, type CardKind, shownCard } from './cards.ts';
import styles from './MemberBelow.module.css';
import { useMemberCards } from './useMemberCards.ts';

type MemberBelowProps = {
  id: string;
  /** A Worksheet or a case has the screen. */
  reading: boolean;
  message: ChatPreview | null;
  onMessage: (message: null) => void;
  onOpenChat: () => void;
  /** Something comes up by itself. */
  onCard: () => void;
};

/** Below the slide, or beside it: people, and the one thing that is asked of the member or told them. */
export function MemberBelow(props: MemberBelowProps): ReactElement {
  const { id, reading, message, onMessage, onOpenChat, onCard } = props;
  const { t } = useTranslation();
  const { role } = useMe();
  const { present, poll, putPollAway, word } = useMemberCards(message);
  const [choice, setChoice] = useState<CardChoice | null>(null);
  const shown = shownCard(present, choice, reading);
  const shownId = present.find(({ kind }) => kind === shown)?.id;
  useEffect(() => {
    if (shown !== null) onCard();
  }, [shown, shownId, onCard]);
  const card = (kind: CardKind, content: ReactElement): ReactElement | null =>
    shown === kind ? <div data-card={kind}>{content}</div> : null;
  const tabs = (
    <CardTabs
      present={present}
      shown={shown}
      foldable={reading}
      onChoose={(kind) => setChoice({ kind, among: present })}
    />
  );
  return (
    <aside
      id={id}
      className={styles.below}
      aria-label={t('class.below')}
      data-busy={shown !== null || undefined}
      data-reading={reading || undefined}
    >
      <GroupLine fallback={<div className={styles.tabs}>{tabs}</div>}>{tabs}</GroupLine>
      {/* It announces what opens and closes, so it stands here also while it shows nothing. */}
      <div className={styles.cards}>
        <SoundGate />
        <DevicesElsewhere />
        {role === 'member' && (
          <>
            <OnStageNote />
            {card('invite', <InviteCard />)}
            <PollCard poll={poll} hidden={shown !== 'ask' && shown !== 'results'} onPutAway={putPollAway} />
            {word && card('word', <TrainerWordCard word={word} />)}
            {message &&
              card(
                'chat',
                <ChatPreviewCard message={message} onOpen={onOpenChat} onPutAway={() => onMessage(null)} />,
              )}
            {card('help', <HelpState />)}
            {card('group', <GroupCard />)}
            {card('task', <TaskCard />)}
          </>
        )}
      </div>
      <div className={styles.people}>
        <StageStrip />
      </div>
      {/* It has the room that is left over. */}
      <div className={styles.rest} data-rest>
        <AtRest />
      </div>
    </aside>
  );
}
