import { isStaff, type Role, type Space } from '#shared/basics.ts';
import type { MemberCount, PeopleCounts, PersonView } from '#shared/features/people.ts';
import type { Phase } from '#shared/features/session.ts';
import { enterprisesCounted, peopleListed } from '#shared/snapshotBytes.ts';
import { oncePerState } from '../../kernel/oncePerState.ts';
import type { Participant, Participants } from '../../kernel/participant.ts';

export type DeviceAsk = {
  readonly askId: string;
  readonly participantId: string;
  readonly allowed: boolean | null;
};

export type PeopleState = {
  readonly phase: Phase;
  readonly participants: Participants;
  readonly asks: readonly DeviceAsk[];
  /** The last time at which open Seats were known to be open. */
  readonly lastBeat: number;
};

export const isPresent = (p: Participant): boolean => p.seats.length > 0 && !p.removed;

/** Where someone who enters belongs, before any Breakout claims them. */
export function entrance(phase: PeopleState['phase'], role: Role): Space {
  if (phase === 'live' || phase === 'closed') return 'plenary';
  return isStaff(role) ? 'backstage' : 'lobby';
}

/** Breakouts and backstage are small enough that each sees who is there. */
export const listsPeople = (space: Space): boolean => space === 'backstage' || space.startsWith('group:');

/**
 * Who is in a Space that lists its people, as far as a View lists them: a group of more is none in which
 * one looks for names.
 */
export const presentIn = (participants: Participants, space: Space): readonly string[] =>
  presentBySpace(participants).get(space) ?? [];

const presentBySpace = oncePerState((participants: Participants): ReadonlyMap<Space, string[]> => {
  const bySpace = new Map<Space, string[]>();
  for (const [id, p] of Object.entries(participants)) {
    if (!isPresent(p) || !listsPeople(p.space)) continue;
    const here = bySpace.get(p.space);
    if (!here) bySpace.set(p.space, [id]);
    else if (here.length < peopleListed) here.push(id);
  }
  return bySpace;
});

/** How many people a Participant is. */
export const headsOf = (p: Participant): number => p.heads ?? 1;

export const personView = (p: Participant): PersonView => ({
  role: p.role,
  enterpriseId: p.enterpriseId,
  space: p.space,
  seats: p.seats.length,
  firstSeenAt: p.firstSeenAt,
  heads: p.heads ?? null,
});

/** All, and those of each Enterprise, the largest where there are more than a View counts. */
export const countPeople = oncePerState((participants: Participants): PeopleCounts => {
  const present = Object.values(participants).filter(isPresent);
  const members = present.filter((p) => p.role === 'member');
  const byEnterprise: Record<string, MemberCount> = {};
  for (const p of members) {
    if (!p.enterpriseId) continue;
    byEnterprise[p.enterpriseId] = counted(byEnterprise[p.enterpriseId] ?? noMembers, [p]);
  }
  return {
    ...counted(noMembers, members),
    staff: present.filter((p) => isStaff(p.role)).length,
    byEnterprise: largestOf(byEnterprise),
  };
});

function largestOf(byEnterprise: Record<string, MemberCount>): Record<string, MemberCount> {
  const all = Object.entries(byEnterprise);
  if (all.length <= enterprisesCounted) return byEnterprise;
  const largest = all.sort(([, a], [, b]) => b.members - a.members).slice(0, enterprisesCounted);
  return Object.fromEntries(largest);
}

const noMembers: MemberCount = { members: 0, people: 0 };
const counted = (before: MemberCount, more: readonly Participant[]): MemberCount => ({
  members: before.members + more.length,
  people: more.reduce((all, p) => all + headsOf(p), before.people),
});

/** Ends a Participant's presence at `at`, adding it to what they attended. */
export const leftAt = (p: Participant, at: number): Participant => ({
  ...addedUp(p, at),
  seats: [],
  presentSince: null,
});

/** From `at` on so many sit before this screen; until then it was those of before. */
export function withHeads(p: Participant, heads: number, at: number): Participant {
  const until = addedUp(p, at);
  return { ...until, heads, headsMs: until.headsMs ?? until.attendedMs };
}

/** Adds the presence up to `at` to what they attended. */
function addedUp(p: Participant, at: number): Participant {
  if (p.presentSince === null) return p;
  const ms = Math.max(0, at - p.presentSince);
  const attended = { ...p, presentSince: at, attendedMs: p.attendedMs + ms };
  return p.headsMs === undefined ? attended : { ...attended, headsMs: p.headsMs + ms * headsOf(p) };
}
