import type { ServerTime } from '#shared/basics.ts';
import type { Announcement, Group, RoundCounts, StaffGroup } from '#shared/features/breakouts.ts';
import type { Phase } from '#shared/features/session.ts';
import { peopleListed } from '#shared/snapshotBytes.ts';
import { oncePerState } from '../../kernel/oncePerState.ts';

/** A member is in one group, or left out; nobody is in two. */
export type Round = {
  /** Where those go who come late. */
  readonly by: 'enterprise' | 'mixed';
  readonly groups: readonly StaffGroup[];
  /** Whom staff left out: they stay in the plenary. */
  readonly leftOut: readonly string[];
  readonly open: boolean;
  /** Null while it isn't open, and for a round without an end. */
  readonly endsAt: ServerTime | null;
  readonly warned: boolean;
  readonly brief: string | null;
  readonly worksheetId: string | null;
  readonly announcement: Announcement | null;
};

export type BreakoutsState = {
  readonly phase: Phase;
  readonly round: Round | null;
  /** The groups of the last round that was open, to be had again. */
  readonly last: { readonly by: Round['by']; readonly groups: readonly Group[] } | null;
};

/** The group that somebody is in. */
export const groupWith = (groups: readonly StaffGroup[], participantId: string): StaffGroup | undefined =>
  groupByMember(groups).get(participantId);

const groupByMember = oncePerState(
  (groups: readonly StaffGroup[]): ReadonlyMap<string, StaffGroup> =>
    new Map(groups.flatMap((group) => group.members.map((id) => [id, group] as const))),
);

export const publicGroup = ({ id, name, members }: StaffGroup): Group => ({ id, name, members });

/** As its members see it. */
export const groupSeen = (group: StaffGroup): Group => ({
  ...publicGroup(group),
  members: group.members.slice(0, peopleListed),
});

export const countsOf = ({ open, endsAt, warned, groups }: Round): RoundCounts => ({
  open,
  endsAt,
  warned,
  groupCount: groups.length,
});

export const without = (ids: readonly string[], id: string): readonly string[] => ids.filter((x) => x !== id);
