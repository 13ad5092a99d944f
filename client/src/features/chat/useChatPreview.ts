import { useEffect } from 'react';
import { groupOf, type Space } from '#shared/basics.ts';
import { useMe, useView } from '../../room/roomHooks.ts';
import { useNewMessages } from './useNewMessages.ts';

/** A message that comes up while the chat is closed. */
export type ChatPreview = {
  readonly id: string;
  readonly from: string;
  readonly text: string;
  readonly space: Space;
};

type ChatPreviewOptions = {
  /** The one that is up now. */
  message: ChatPreview | null;
  chatOpen: boolean;
  onChange: (message: ChatPreview | null) => void;
};

/**
 * Tells of the newest message that concerns this person: any in their group, and of the class's the
 * presenter's only, since a hundred people may write there. Null when the chat is opened, or it is gone.
 */
export function useChatPreview({ message, chatOpen, onChange }: ChatPreviewOptions): void {
  const chat = useView('chat');
  const { presenter } = useView('session');
  const { space } = useMe();
  const inGroup = groupOf(space) !== null;
  useNewMessages((fresh) => {
    const last = fresh.findLast(({ from }) => inGroup || from === presenter);
    if (last && !chatOpen) onChange({ id: last.id, from: last.from, text: last.text, space });
  });
  const isThere = message?.space === space && chat?.messages.some(({ id }) => id === message.id);
  const isOver = message !== null && (chatOpen || !isThere);
  useEffect(() => {
    if (isOver) onChange(null);
  }, [isOver, onChange]);
}
