import { isStaff, type Role, type Space } from '#shared/basics.ts';
import type { PeopleCounts, PersonView } from '#shared/features/people.ts';
import type { Participant, Participants } from '../../kernel/participant.ts';

export type DeviceAsk = {
  readonly askId: string;
  readonly participantId: string;
  readonly allowed: boolean | null;
};

export type PeopleState = {
  readonly phase: 'scheduled' | 'lobby' | 'live' | 'closed';
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

export const presentIn = (participants: Participants, space: Space): string[] =>
  Object.entries(participants)
    .filter(([, p]) => p.space === space && isPresent(p))
    .map(([id]) => id);

export const personView = (p: Participant): PersonView => ({
  role: p.role,
  enterpriseId: p.enterpriseId,
  space: p.space,
  seats: p.seats.length,
  firstSeenAt: p.firstSeenAt,
});

export function countPeople(participants: Participants): PeopleCounts {
  const counts = { members: 0, staff: 0, byEnterprise: {} as Record<string, number> };
  for (const p of Object.values(participants)) {
    if (!isPresent(p)) continue;
    if (isStaff(p.role)) counts.staff++;
    if (p.role !== 'member') continue;
    counts.members++;
    if (p.enterpriseId) counts.byEnterprise[p.enterpriseId] = (counts.byEnterprise[p.enterpriseId] ?? 0) + 1;
  }
  return counts;
}

/** Ends a Participant's presence at `at`, adding it to what they attended. */
export function leftAt(p: Participant, at: number): Participant {
  if (p.presentSince === null) return { ...p, seats: [] };
  return { ...p, seats: [], presentSince: null, attendedMs: p.attendedMs + Math.max(0, at - p.presentSince) };
}
