import type { HandsEvent } from '#shared/features/hands.ts';
import { type Feature, refuse, type Told } from '../../kernel/feature.ts';

export type HandsState = { readonly queue: readonly string[] };

/** More hands than anybody can call up; the queue is part of everyone's snapshot. */
export const maxHands = 200;

/** Raised hands, first come first. */
export const hands: Feature<'hands', HandsState> = {
  initial: { queue: [] },

  handle(state, command, ctx) {
    switch (command.type) {
      case 'raise': {
        if (state.queue.includes(ctx.actor.id)) return refuse('alreadyDone');
        if (state.queue.length >= maxHands) return refuse('full');
        const event: HandsEvent = { feature: 'hands', type: 'raised', participantId: ctx.actor.id };
        return { state: { queue: [...state.queue, ctx.actor.id] }, tell: told(event) };
      }
      case 'lower':
        if (!state.queue.includes(ctx.actor.id)) return refuse('alreadyDone');
        return lowered(state, ctx.actor.id);
      case 'lowerFor':
        if (!state.queue.includes(command.participantId)) return refuse('notFound');
        return lowered(state, command.participantId);
      case 'lowerAll':
        if (state.queue.length === 0) return refuse('alreadyDone');
        return { state: { queue: [] }, tell: told({ feature: 'hands', type: 'allLowered' }) };
      case 'call': {
        const { participantId } = command;
        if (!state.queue.includes(participantId)) return refuse('notFound');
        return {
          ...lowered(state, participantId),
          next: [{ feature: 'stage', type: 'calledUp', participantId }],
        };
      }
      case 'gone':
        if (!state.queue.includes(command.participantId)) return { state, tell: [] };
        return lowered(state, command.participantId);
    }
  },

  viewFor: (state, viewer) => ({
    queue: viewer.role === 'observer' ? null : state.queue,
    count: state.queue.length,
  }),

  latest: (state, key) =>
    key === 'count' ? { feature: 'hands', type: 'counted', count: state.queue.length } : null,
};

const lowered = (state: HandsState, participantId: string) => ({
  state: { queue: state.queue.filter((id) => id !== participantId) },
  tell: told({ feature: 'hands', type: 'lowered', participantId }),
});

/** The class hears who; Observers hear how many. */
const told = (event: HandsEvent): Told<'hands'>[] => [
  { to: 'class', event },
  { to: 'everyone', latest: 'count' },
];
