import type { Space } from '#shared/basics.ts';
import { type ChatEvent, type ChatMessage, lastMessages } from '#shared/features/chat.ts';
import { type Feature, type Outcome, refuse, type Told } from '../../kernel/feature.ts';
import { type ChatState, drop, keep, spaceOf, withoutWriter } from './state.ts';

/** Messages, each in the Space where it was written. */
export const chat: Feature<'chat', ChatState> = {
  initial: { open: true, spaces: {} },

  handle(state, command, ctx) {
    switch (command.type) {
      case 'send': {
        if (!state.open && ctx.actor.role === 'member') return refuse('notNow');
        const message: ChatMessage = {
          id: ctx.newId(),
          from: ctx.actor.id,
          text: command.text,
          at: ctx.at,
        };
        const event: ChatEvent = { feature: 'chat', type: 'said', message };
        const { space } = ctx.actor;
        return { state: keep(state, space, message), tell: [{ to: { space }, event }] };
      }
      case 'remove': {
        const space = spaceOf(state, command.messageId);
        if (!space) return refuse('notFound');
        const before = lastOf(state, space);
        const after = drop(state, space, command.messageId);
        const { messages, more } = lastOf(after, space);
        const seen = new Set(before.messages.map((m) => m.id));
        const event: ChatEvent = {
          feature: 'chat',
          type: 'messageRemoved',
          messageId: command.messageId,
          enters: messages.filter((m) => !seen.has(m.id)),
          more,
        };
        return { state: after, tell: [{ to: { space }, event }] };
      }
      case 'erased':
        return erased(state, command.participantId);
      case 'setOpen': {
        if (state.open === command.open) return refuse('alreadyDone');
        const event: ChatEvent = { feature: 'chat', type: 'openChanged', open: command.open };
        return { state: { ...state, open: command.open }, tell: [{ to: 'class', event }] };
      }
    }
  },

  withoutText: (command) => (command.type === 'send' ? { ...command, text: '' } : command),

  viewFor: (state, viewer) =>
    viewer.role === 'observer' ? null : { open: state.open, ...lastOf(state, viewer.space) },
};

/** Told in each Space where a View changes: they may be gone from what is shown there, or from what is older. */
function erased(before: ChatState, participantId: string): Outcome<'chat', ChatState> {
  const state = withoutWriter(before, participantId);
  const tell = (Object.keys(state.spaces) as Space[]).flatMap((space): Told<'chat'>[] => {
    const [was, is] = [lastOf(before, space), lastOf(state, space)];
    const enters = is.messages.filter((m) => !was.messages.includes(m));
    const isTheSame = was.more === is.more && was.messages.length === is.messages.length;
    if (isTheSame && enters.length === 0) return [];
    const event: ChatEvent = {
      feature: 'chat',
      type: 'messagesErased',
      participantId,
      enters,
      more: is.more,
    };
    return [{ to: { space }, event }];
  });
  return { state, tell };
}

type Page = { messages: readonly ChatMessage[]; more: boolean };

function lastOf(state: ChatState, space: Space): Page {
  const all = state.spaces[space] ?? [];
  const messages = lastMessages(all);
  return { messages, more: messages.length < all.length };
}

/**
 * The messages of a Space before a given one, oldest first, and whether there are still older ones.
 * Null when the State doesn't hold that message in that Space any more.
 */
export function olderMessages(state: ChatState, space: Space, beforeId: string, limit: number): Page | null {
  const messages = state.spaces[space] ?? [];
  const end = messages.findIndex((m) => m.id === beforeId);
  if (end < 0) return null;
  const start = Math.max(0, end - limit);
  return { messages: messages.slice(start, end), more: start > 0 };
}
