import { groupOf, isStaff, type Space } from '#shared/basics.ts';
import type { Source } from '#shared/media.ts';
import type { RoomState } from '../room/features.ts';

/** The part of a Room's State that says who is seen and heard where. */
export type MediaState = Pick<RoomState, 'session' | 'people' | 'stage'>;

/** Where a Participant is for eyes and ears. A Space is no more than this: who receives from whom. */
export type Placement = {
  readonly space: Space;
  /** Beside what is spoken in `space`. */
  readonly alsoHears: readonly Space[];
  /** Where what this person sends is received. */
  readonly speaksTo: readonly Space[];
};

/** Whether the class is closed: nobody is seen or heard any more, whoever stays to read. */
export const isOver = ({ people }: Pick<MediaState, 'people'>): boolean => people.phase === 'closed';

/** Null for somebody who isn't in the Room, and for everybody once the class is closed. */
export function placementOf(state: MediaState, participantId: string): Placement | null {
  if (isOver(state)) return null;
  const person = state.people.participants[participantId];
  if (!person || person.removed) return null;
  const { space, role } = person;
  const isInvited = space === 'plenary' && state.stage.invited.includes(participantId);
  const maySpeak = isStaff(role) || (role === 'member' && (isInvited || groupOf(space) !== null));
  // The lobby is a place to wait: nobody is heard there, whoever they are.
  return { space, alsoHears: [], speaksTo: maySpeak && space !== 'lobby' ? [space] : [] };
}

/** What a Participant may send now: what they have switched on, where they may speak at all. */
export function sendableBy(
  state: MediaState,
  participantId: string,
  silenced: ReadonlySet<string>,
): readonly Source[] {
  if ((placementOf(state, participantId)?.speaksTo.length ?? 0) === 0) return [];
  const devices = state.stage.players[participantId];
  const sendable: Source[] = [];
  if (devices?.microphone && !silenced.has(participantId)) sendable.push('microphone');
  if (devices?.camera) sendable.push('camera');
  if (state.stage.screen === participantId) sendable.push('screen');
  return sendable;
}
