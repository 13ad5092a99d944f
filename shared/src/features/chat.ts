import { jsonBytes, type ServerTime } from '../basics.ts';
import type { ChatCommand } from '../commands/chat.ts';
import { lastWithin, shares } from '../snapshotBytes.ts';

export const maxChatText = 500;
/** How many messages a View holds at most; older ones are fetched over HTTP. */
export const chatViewLength = 50;

export type ChatMessage = { id: string; from: string; text: string; at: ServerTime };

export type ChatSystemCommand =
  /** Somebody's data are erased: what they wrote is gone everywhere. */
  { feature: 'chat'; type: 'erased'; participantId: string };

/** Null for Observers. */
export type ChatView = {
  open: boolean;
  /** The last of my Space, oldest first: see {@link lastMessages}. */
  messages: readonly ChatMessage[];
  /** Whether my Space has older ones than these. */
  more: boolean;
} | null;

export type ChatEvent =
  | { feature: 'chat'; type: 'said'; message: ChatMessage }
  /** `enters` are the older messages that the View now has room for, oldest first. */
  | {
      feature: 'chat';
      type: 'messageRemoved';
      messageId: string;
      enters: readonly ChatMessage[];
      more: boolean;
    }
  /** All messages of this person; `enters` are the older ones that the View now has room for. */
  | {
      feature: 'chat';
      type: 'messagesErased';
      participantId: string;
      enters: readonly ChatMessage[];
      more: boolean;
    }
  | { feature: 'chat'; type: 'openChanged'; open: boolean };

export interface ChatTypes {
  command: ChatCommand;
  system: ChatSystemCommand;
  event: ChatEvent;
  view: ChatView;
}

/** What a View holds of these: the last {@link chatViewLength}, or as many as have their share of a snapshot. */
export const lastMessages = (messages: readonly ChatMessage[]): readonly ChatMessage[] =>
  lastWithin(messages, chatViewLength, shares.chat, jsonBytes);

export function foldChat(view: ChatView, event: ChatEvent): ChatView {
  if (!view) return view;
  switch (event.type) {
    case 'said': {
      const all = [...view.messages, event.message];
      const messages = lastMessages(all);
      return { ...view, messages, more: view.more || messages.length < all.length };
    }
    case 'messageRemoved': {
      const kept = view.messages.filter((m) => m.id !== event.messageId);
      return { ...view, messages: [...event.enters, ...kept], more: event.more };
    }
    case 'messagesErased': {
      const kept = view.messages.filter((m) => m.from !== event.participantId);
      return { ...view, messages: [...event.enters, ...kept], more: event.more };
    }
    case 'openChanged':
      return { ...view, open: event.open };
  }
}
