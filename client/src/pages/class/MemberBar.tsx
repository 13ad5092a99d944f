import { ClipboardList, Ellipsis, MessageCircle } from 'lucide-react';
import { memo, type ReactElement, startTransition, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChatPanel } from '../../features/chat/ChatPanel.tsx';
import { type ChatPreview, useChatPreview } from '../../features/chat/useChatPreview.ts';
import { useUnreadChat } from '../../features/chat/useUnreadChat.ts';
import { HandButton } from '../../features/hands/HandButton.tsx';
import { DeviceButton } from '../../features/stage/DeviceButton.tsx';
import { useHasWorksheet } from '../../features/worksheets/WorksheetPanel.tsx';
import { Bar, BarButton } from '../../ui/Bar.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { MoreSheet } from './MoreSheet.tsx';

type MemberBarProps = {
  inGroup: boolean;
  maySpeak: boolean;
  /** Whether the Worksheet is in sight. */
  writes: boolean;
  onWorksheet: () => void;
  /** The message that has come up elsewhere on the page. */
  message: ChatPreview | null;
  onMessage: (message: ChatPreview | null) => void;
  /** How often the chat was asked for elsewhere. */
  chatAsks: number;
};

/**
 * A member's big buttons, and the sheets that they open. It holds what changes often (unread messages, what is
 * open), since none of that may draw the class above it anew: a cheap phone takes long for that.
 */
export function MemberBar(props: MemberBarProps): ReactElement {
  const { inGroup, maySpeak, writes, onWorksheet, message, onMessage, chatAsks } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState<'more' | 'chat' | null>(null);
  // A sheet is drawn in small steps, between which sound and taps have their turn.
  const show = (what: 'more' | 'chat') => () => startTransition(() => setOpen(what));
  const unread = useUnreadChat(open === 'chat');
  useChatPreview({ message, chatOpen: open === 'chat', onChange: onMessage });
  useEffect(() => {
    if (chatAsks > 0) startTransition(() => setOpen('chat'));
  }, [chatAsks]);
  const close = useCallback(() => setOpen(null), []);
  const hasWorksheet = useHasWorksheet();
  return (
    <>
      <Bar label={t('class.bar')}>
        {!inGroup && <HandButton />}
        {hasWorksheet && (
          <BarButton
            icon={ClipboardList}
            label={t('class.worksheet')}
            aria-pressed={writes}
            onClick={onWorksheet}
          />
        )}
        {maySpeak && <DeviceButton source="microphone" bar />}
        {maySpeak && <DeviceButton source="camera" bar />}
        <BarButton
          icon={MessageCircle}
          label={t('class.chat')}
          count={unread}
          aria-expanded={open === 'chat'}
          onClick={show('chat')}
        />
        <BarButton
          icon={Ellipsis}
          label={t('class.more')}
          aria-expanded={open === 'more'}
          onClick={show('more')}
        />
      </Bar>
      {open === 'more' && <MoreSheet onClose={close} />}
      {open === 'chat' && <ChatSheet onClose={close} />}
    </>
  );
}

/** The chat beside the class, or below it. It follows the messages by itself, whatever the bar counts. */
const ChatSheet = memo(function ChatSheet({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <Dialog beside title={t('class.chat')} onClose={onClose}>
      <ChatPanel />
    </Dialog>
  );
});
