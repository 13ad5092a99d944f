import { groupOf, type Space } from '#shared/basics.ts';
import type { ChatMessage } from '#shared/features/chat.ts';

/** Messages by Space, each Space's oldest first. */
export type ChatState = {
  /** Closed, only staff write. */
  readonly open: boolean;
  readonly spaces: Readonly<Record<string, readonly ChatMessage[]>>;
};

/** Messages kept of each Space; the 301st pushes the first out. */
export const maxMessages = 300;
/** Spaces kept. Every round of Breakouts brings new ones, whose chat stays until newer ones need the room. */
export const maxSpaces = 100;

export function keep(state: ChatState, space: Space, message: ChatMessage): ChatState {
  const messages = [...(state.spaces[space] ?? []), message].slice(-maxMessages);
  const spaces = { ...state.spaces, [space]: messages };
  if (Object.keys(spaces).length > maxSpaces) delete spaces[quietest(spaces)];
  return { ...state, spaces };
}

export function drop(state: ChatState, space: Space, messageId: string): ChatState {
  const messages = (state.spaces[space] ?? []).filter((m) => m.id !== messageId);
  return { ...state, spaces: { ...state.spaces, [space]: messages } };
}

export function withoutWriter(state: ChatState, participantId: string): ChatState {
  const kept = Object.entries(state.spaces).map(([space, messages]) => [
    space,
    messages.filter(({ from }) => from !== participantId),
  ]);
  return { ...state, spaces: Object.fromEntries(kept) };
}

/** The Space that holds a message, or null. */
export function spaceOf(state: ChatState, messageId: string): Space | null {
  const spaces = Object.keys(state.spaces) as Space[];
  return spaces.find((space) => state.spaces[space]?.some((m) => m.id === messageId)) ?? null;
}

/** The Breakout in which nobody has written for longest; the fixed places are never given up. */
function quietest(spaces: ChatState['spaces']): Space {
  const groups = (Object.keys(spaces) as Space[]).filter((space) => groupOf(space) !== null);
  const lastAt = (space: Space) => spaces[space]?.at(-1)?.at ?? 0;
  return groups.reduce((a, b) => (lastAt(b) < lastAt(a) ? b : a));
}
