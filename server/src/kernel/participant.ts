import type { Role, ServerTime, Space } from '#shared/basics.ts';

/** A person in a Room, or a shared screen with several before it, as the State holds them. Names are in the Directory. */
export type Participant = {
  readonly role: Role;
  readonly enterpriseId: string | null;
  readonly space: Space;
  readonly seats: readonly string[];
  readonly removed: boolean;
  /** Nothing is kept of this person but what attendance is counted from. */
  readonly erased?: true;
  readonly firstSeenAt: ServerTime;
  /** Since when presence is still to be added up: the first open Seat, or a change of the heads; null while away. */
  readonly presentSince: ServerTime | null;
  /** Presence up to `presentSince`, merged over Seats, in milliseconds. */
  readonly attendedMs: number;
  /** How many sit before a shared screen; a person has none. */
  readonly heads?: number;
  /** A shared screen's presence up to `presentSince` times the heads of the time, summed, in milliseconds. */
  readonly headsMs?: number;
};
export type Participants = Readonly<Record<string, Participant>>;

/** The attributes on which a View may depend. */
export type Viewer = {
  readonly id: string;
  readonly role: Role;
  readonly space: Space;
  readonly enterpriseId: string | null;
  /** Who this person is in an anonymous item, while it is open; null when nobody can tell any more. */
  alias(itemId: string): string | null;
};

/** Who asks. An anonymous answer comes from an alias with no Space and no Enterprise. */
export type Actor = {
  readonly id: string;
  readonly role: Role | 'system';
  readonly space: Space;
  readonly enterpriseId: string | null;
};
export const systemActor: Actor = { id: 'system', role: 'system', space: 'backstage', enterpriseId: null };
