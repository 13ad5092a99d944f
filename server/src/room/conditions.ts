import { groupOf, isStaff } from '#shared/basics.ts';
import type { Command } from '#shared/contract.ts';
import { type Condition, permissionOf } from '#shared/permissions.ts';
import type { Actor } from '../kernel/participant.ts';
import type { RoomState } from './features.ts';

const holds: Record<Condition, (state: RoomState, actor: Actor) => boolean> = {
  presenter: presents,
  onstage: isUp,
  ingroup: (_state, actor) => groupOf(actor.space) !== null,
  mayspeak: (state, actor) => groupOf(actor.space) !== null || isUp(state, actor),
};

/** Whether this is the one who presents; while nobody does, any of the staff. */
export function presents({ session }: RoomState, { id, role }: Pick<Actor, 'id' | 'role'>): boolean {
  return role !== 'system' && isStaff(role) && (session.presenter === null || session.presenter === id);
}

function isUp({ stage }: RoomState, actor: Actor): boolean {
  return actor.space === 'plenary' && stage.invited.includes(actor.id);
}

/** Whether the permission table lets this actor ask this, the Room being as it is. */
export function isAllowed(state: RoomState, command: Command, actor: Actor): boolean {
  if (actor.role === 'system') return true;
  const permission = permissionOf(command, actor.role);
  return typeof permission === 'boolean' ? permission : holds[permission](state, actor);
}
