import { useEffect, useEffectEvent, useRef } from 'react';
import type { Space } from '#shared/basics.ts';
import type { ChatMessage } from '#shared/features/chat.ts';
import { useMe, useView } from '../../room/roomHooks.ts';
import { markAtEnd, messagesAfter, type ReadMark } from './messages.ts';

const none: readonly ChatMessage[] = [];

/** Calls back with what others write in my Space from now on; what one finds there on coming is not new. */
export function useNewMessages(listener: (messages: readonly ChatMessage[]) => void): void {
  const messages = useView('chat')?.messages ?? none;
  const { id, space } = useMe();
  const last = useRef<{ space: Space; mark: ReadMark } | null>(null);
  const told = useEffectEvent(listener);
  useEffect(() => {
    const before = last.current;
    last.current = { space, mark: markAtEnd(messages) };
    if (before?.space !== space) return;
    const fresh = messagesAfter(messages, before.mark).filter(({ from }) => from !== id);
    if (fresh.length > 0) told(fresh);
  }, [messages, space, id]);
}
