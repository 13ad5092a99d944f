import { isStaff } from '#shared/basics.ts';
import type { SharedRoom } from '#shared/features/sharedRoom.ts';
import { type Feature, refuse } from '../../kernel/feature.ts';
import type { Participants } from '../../kernel/participant.ts';

/** By Enterprise; an Enterprise without an entry sits apart. */
export type SharedRoomState = Readonly<Record<string, SharedRoom>>;

/** More devices than one meeting room holds. */
export const maxTogether = 60;

/**
 * "We sit in one room". The first of `together` who is present sounds: whoever takes the sound goes
 * to the front, whoever gives it away to the end. Those who are away keep their place, so that a phone
 * which slept neither howls when it wakes nor leaves the room without sound in between.
 */
export const sharedRoom: Feature<'sharedRoom', SharedRoomState> = {
  initial: {},

  handle(state, command, ctx) {
    switch (command.type) {
      case 'sit': {
        const { id, enterpriseId } = ctx.actor;
        if (enterpriseId === null) return refuse('notAllowed');
        const before = state[enterpriseId]?.together ?? [];
        const others = before.filter((other) => other !== id);
        if (others.length >= maxTogether) return refuse('full');
        const together = command.sounding ? [id, ...others] : [...others, id];
        if (together.join() === before.join()) return refuse('alreadyDone');
        return put(state, enterpriseId, together, ctx.people);
      }
      case 'sitAlone': {
        const { id, enterpriseId } = ctx.actor;
        const before = enterpriseId === null ? undefined : state[enterpriseId];
        if (enterpriseId === null || !before?.together.includes(id)) return refuse('alreadyDone');
        const together = before.together.filter((other) => other !== id);
        return put(state, enterpriseId, together, ctx.people);
      }
      case 'presenceChanged': {
        const outcome = { state, tell: [] as ReturnType<typeof put>['tell'] };
        const enterprises = new Set(command.participantIds.map((id) => ctx.people[id]?.enterpriseId));
        for (const enterpriseId of enterprises) {
          const before = enterpriseId ? outcome.state[enterpriseId] : undefined;
          if (!enterpriseId || !before) continue;
          const together = before.together.filter((id) => !ctx.people[id]?.removed);
          const after = put(outcome.state, enterpriseId, together, ctx.people);
          if (JSON.stringify(after.state[enterpriseId]) === JSON.stringify(before)) continue;
          outcome.state = after.state;
          outcome.tell.push(...after.tell);
        }
        return outcome;
      }
    }
  },

  viewFor: (state, viewer) => ({
    mine: viewer.role !== 'observer' && viewer.enterpriseId ? (state[viewer.enterpriseId] ?? null) : null,
    byEnterprise: isStaff(viewer.role) ? state : null,
  }),
};

/** Whose devices must be silent: all who sit in one room, but the one that sounds. */
export const silenced = (state: SharedRoomState): Set<string> =>
  new Set(Object.values(state).flatMap((room) => room.together.filter((id) => id !== room.sounding)));

function put(
  state: SharedRoomState,
  enterpriseId: string,
  together: readonly string[],
  people: Participants,
) {
  const { [enterpriseId]: _before, ...others } = state;
  const isPresent = (id: string) => (people[id]?.seats.length ?? 0) > 0;
  const room = together.length === 0 ? null : { sounding: together.find(isPresent) ?? null, together };
  return {
    state: room ? { ...others, [enterpriseId]: room } : others,
    tell: [
      {
        to: { enterprise: enterpriseId },
        event: { feature: 'sharedRoom' as const, type: 'mineChanged' as const, room },
      },
      {
        to: 'staff' as const,
        event: { feature: 'sharedRoom' as const, type: 'roomChanged' as const, enterpriseId, room },
      },
    ],
  };
}
