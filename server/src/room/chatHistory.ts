import { chatViewLength } from '#shared/features/chat.ts';
import type { ChatPage } from '#shared/http/chat.ts';
import { olderMessages } from '../features/chat/chat.ts';
import type { Room } from './Room.ts';

/**
 * What was written before a message in the Space where a Participant is now, as many as a View holds.
 * Null for whoever has no chat, for a message that isn't there any more, and for one of another Space.
 */
export function earlierMessages(room: Room, participantId: string, beforeId: string): ChatPage | null {
  const { people, chat } = room.state;
  const participant = people.participants[participantId];
  if (!participant || participant.role === 'observer') return null;
  const page = olderMessages(chat, participant.space, beforeId, chatViewLength);
  if (!page) return null;
  const messages = [...page.messages];
  const names = room.directory.namesIn(messages.map(({ from }) => from));
  return { messages, more: page.more, names };
}
