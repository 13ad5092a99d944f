import type { ServerTime } from '../basics.ts';
import type { ChatCommand } from '../commands/chat.ts';

export const maxChatText = 500;
/** How many messages a View holds; older ones are fetched over HTTP. */
export const chatViewLength = 50;

export type ChatMessage = { id: string; from: string; text: string; at: ServerTime };

export type ChatSystemCommand =
  /** Somebody's data are erased: what they wrote is gone everywhere. */
  { feature: 'chat'; type: 'erased'; participantId: string };

/** Null for Observers. */
export type ChatView = {
  open: boolean;
  /** The last of my Space, oldest first, at most {@link chatViewLength}. */
  messages: readonly ChatMessage[];
  /** Whether my Space has older ones than these. */
  more: boolean;
} | null;

export type ChatEvent =
  | { feature: 'chat'; type: 'said'; message: ChatMessage }
  /** `enters` is the older message that the View now has room for. */
  | {
      feature: 'chat';
      type: 'messageRemoved';
      messageId: string;
      enters: ChatMessage | null;
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

export function foldChat(view: ChatView, event: ChatEvent): ChatView {
  if (!view) return view;
  switch (event.type) {
    case 'said': {
      const messages = [...view.messages, event.message];
      return {
        ...view,
        messages: messages.slice(-chatViewLength),
        more: view.more || messages.length > chatViewLength,
      };
    }
    case 'messageRemoved': {
      const kept = view.messages.filter((m) => m.id !== event.messageId);
      return { ...view, messages: event.enters ? [event.enters, ...kept] : kept, more: event.more };
    }
    case 'messagesErased': {
      const kept = view.messages.filter((m) => m.from !== event.participantId);
      return { ...view, messages: [...event.enters, ...kept], more: event.more };
    }
    case 'openChanged':
      return { ...view, open: event.open };
  }
}
