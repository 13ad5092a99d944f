import type { ServerTime } from '#shared/basics.ts';
import type { ChatMessage } from '#shared/features/chat.ts';

/** Messages of one Space, oldest first, and whether the server has still older ones. */
export type Messages = { readonly messages: readonly ChatMessage[]; readonly more: boolean };

/**
 * The View's messages, and above them what this page had before: the View holds only the last ones,
 * and what somebody reads must not vanish because others write. What doesn't join up is given up.
 */
export function withOlder(kept: Messages, view: Messages): Messages {
  const first = view.messages[0];
  const at = kept.messages.findIndex(({ id }) => id === first?.id);
  return at > 0 ? { messages: [...kept.messages.slice(0, at), ...view.messages], more: kept.more } : view;
}

/** An older page put before the kept messages; unchanged when it isn't the one that comes before them. */
export const withPage = (kept: Messages, page: Messages, before: string): Messages =>
  kept.messages[0]?.id === before
    ? { messages: [...page.messages, ...kept.messages], more: page.more }
    : kept;

export const withoutMessage = (kept: Messages, messageId: string): Messages => ({
  ...kept,
  messages: kept.messages.filter(({ id }) => id !== messageId),
});

export const withoutWriter = (kept: Messages, participantId: string): Messages => ({
  ...kept,
  messages: kept.messages.filter(({ from }) => from !== participantId),
});

/** How far somebody has read in a Space. */
export type ReadMark = { readonly id: string | null; readonly at: ServerTime };

export function markAtEnd(messages: readonly ChatMessage[]): ReadMark {
  const last = messages.at(-1);
  return { id: last?.id ?? null, at: last?.at ?? 0 };
}

/** What came after a mark; where its message is gone, what has a later time. */
export function messagesAfter(messages: readonly ChatMessage[], mark: ReadMark): readonly ChatMessage[] {
  const index = messages.findIndex(({ id }) => id === mark.id);
  return index >= 0 ? messages.slice(index + 1) : messages.filter(({ at }) => at > mark.at);
}

/** One who goes on writing within this time needs no new heading, in milliseconds. */
const sameBreath = 3 * 60_000;

export const continues = (message: ChatMessage, before: ChatMessage | undefined): boolean =>
  before?.from === message.from && message.at - before.at < sameBreath;
