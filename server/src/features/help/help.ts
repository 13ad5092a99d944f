import { isStaff } from '#shared/basics.ts';
import { type HelpCall, type HelpEvent, putCall } from '#shared/features/help.ts';
import { type Feature, refuse, type Told } from '../../kernel/feature.ts';

/** At most one of each member, oldest first. */
export type HelpState = { readonly calls: readonly HelpCall[] };

/** More than staff can answer; each costs every staff snapshot some bytes. */
export const maxCalls = 300;

/** Calls to staff that nobody else hears of. */
export const help: Feature<'help', HelpState> = {
  initial: { calls: [] },

  handle(state, command, ctx) {
    const callOf = (participantId: string) => state.calls.find((c) => c.participantId === participantId);
    switch (command.type) {
      case 'call': {
        const { kind, note } = command;
        const before = callOf(ctx.actor.id);
        if (before) return changed(state, { ...before, kind, note });
        if (state.calls.length >= maxCalls) return refuse('full');
        return changed(state, { participantId: ctx.actor.id, kind, note, at: ctx.at, answeredBy: null });
      }
      case 'cancel':
        if (!callOf(ctx.actor.id)) return refuse('alreadyDone');
        return ended(state, ctx.actor.id);
      case 'answer': {
        const call = callOf(command.participantId);
        if (!call) return refuse('notFound');
        // Two of the staff must not both go; but a call whose helper has left is free again.
        const helper = call.answeredBy === null ? undefined : ctx.people[call.answeredBy];
        if (call.answeredBy === ctx.actor.id || (helper && helper.seats.length > 0))
          return refuse('alreadyDone');
        return changed(state, { ...call, answeredBy: ctx.actor.id });
      }
      case 'done':
        if (!callOf(command.participantId)) return refuse('notFound');
        return ended(state, command.participantId);
      case 'gone': {
        if (!callOf(command.participantId)) return { state, tell: [] };
        // Who is removed hears nothing any more.
        const { state: after, tell } = ended(state, command.participantId);
        return { state: after, tell: tell.filter(({ to }) => to === 'staff') };
      }
    }
  },

  withoutText: (command) => (command.type === 'call' ? { ...command, note: '' } : command),

  viewFor: (state, viewer) => ({
    mine: state.calls.find((c) => c.participantId === viewer.id) ?? null,
    calls: isStaff(viewer.role) ? state.calls : null,
  }),
};

const changed = (state: HelpState, call: HelpCall) => ({
  state: { calls: putCall(state.calls, call) },
  tell: told(call.participantId, call, { feature: 'help', type: 'callChanged', call }),
});

const ended = (state: HelpState, participantId: string) => ({
  state: { calls: state.calls.filter((c) => c.participantId !== participantId) },
  tell: told(participantId, null, { feature: 'help', type: 'callEnded', participantId }),
});

const told = (participantId: string, call: HelpCall | null, toStaff: HelpEvent): Told<'help'>[] => [
  { to: { only: participantId }, event: { feature: 'help', type: 'mineChanged', call } },
  { to: 'staff', event: toStaff },
];
