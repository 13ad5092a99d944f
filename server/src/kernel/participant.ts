import type { Role, ServerTime, Space } from '#shared/basics.ts';

/** A person in a Room, as the State holds them. Names are in the Directory. */
export type Participant = {
  readonly role: Role;
  readonly enterpriseId: string | null;
  readonly space: Space;
  readonly seats: readonly string[];
  readonly removed: boolean;
  readonly firstSeenAt: ServerTime;
  /** When the first of the open Seats was opened; null while away. */
  readonly presentSince: ServerTime | null;
  /** Presence up to `presentSince`, merged over Seats, in milliseconds. */
  readonly attendedMs: number;
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
