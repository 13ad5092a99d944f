import { isStaff } from '#shared/basics.ts';
import type { Phase, SessionEvent, SessionView } from '#shared/features/session.ts';
import { type Feature, refuse } from '../../kernel/feature.ts';

export type SessionState = SessionView & { readonly epoch: number };

/** A Room's life: scheduled → lobby → live → closed, and who presents. */
export const session: Feature<'session', SessionState> = {
  initial: { phase: 'scheduled', startedAt: null, closedAt: null, presenter: null, epoch: 0 },

  handle(state, command, ctx) {
    switch (command.type) {
      case 'openLobby':
        if (state.phase !== 'scheduled') return refuse('alreadyDone');
        return changePhase(state, 'lobby', ctx.at);
      case 'start':
        if (state.phase === 'live') return refuse('alreadyDone');
        if (state.phase === 'closed') return refuse('alreadyClosed');
        return changePhase(state, 'live', ctx.at);
      case 'close':
        if (state.phase === 'closed') return refuse('alreadyDone');
        if (state.phase !== 'live') return refuse('notNow');
        return changePhase(state, 'closed', ctx.at);
      case 'present': {
        if (state.phase === 'closed') return refuse('alreadyClosed');
        const person = ctx.people[command.participantId];
        if (!person || person.removed || !isStaff(person.role)) return refuse('notFound');
        if (state.presenter === command.participantId) return refuse('alreadyDone');
        const event: SessionEvent = {
          feature: 'session',
          type: 'presenterChanged',
          presenter: command.participantId,
        };
        return { state: { ...state, presenter: command.participantId }, tell: [{ to: 'everyone', event }] };
      }
      case 'ownerChanged':
        return { state: { ...state, epoch: command.epoch }, tell: [] };
    }
  },

  viewFor: ({ epoch: _epoch, ...view }) => view,
};

function changePhase(state: SessionState, phase: Exclude<Phase, 'scheduled'>, at: number) {
  const event: SessionEvent = { feature: 'session', type: 'phaseChanged', phase, at };
  return {
    state: {
      ...state,
      phase,
      startedAt: phase === 'live' ? at : state.startedAt,
      closedAt: phase === 'closed' ? at : state.closedAt,
    },
    tell: [{ to: 'everyone' as const, event }],
    next: [
      { feature: 'people' as const, type: 'phaseChanged' as const, phase },
      { feature: 'breakouts' as const, type: 'phaseChanged' as const, phase },
      ...(phase === 'live' ? [{ feature: 'runOfShow' as const, type: 'started' as const }] : []),
      ...(phase === 'closed' ? [{ feature: 'polls' as const, type: 'classOver' as const }] : []),
    ],
  };
}
