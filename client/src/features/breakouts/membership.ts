import { groupOf, type Space } from '#shared/basics.ts';
import { type Group, mixedGroups, type RoundView, type StaffGroup } from '#shared/features/breakouts.ts';
import type { PersonView } from '#shared/features/people.ts';

type Everyone = Readonly<Record<string, PersonView>>;

/** The group whose Space this is, where the viewer may know it: a member's own, staff's every one. */
export function groupIn(round: RoundView | null, space: Space): Group | null {
  const id = groupOf(space);
  if (id === null || !round) return null;
  return round.myGroup?.id === id ? round.myGroup : (round.groups?.find((group) => group.id === id) ?? null);
}

export const isPresent = (everyone: Everyone, id: string): boolean => (everyone[id]?.seats ?? 0) > 0;

/** Members whom no group has: left out, or come when there was none for them. */
export const groupless = (everyone: Everyone, groups: readonly Group[]): string[] => {
  const grouped = new Set(groups.flatMap(({ members }) => members));
  return Object.entries(everyone)
    .filter(([id, { role }]) => role === 'member' && !grouped.has(id))
    .map(([id]) => id);
};

/** The groups that wait for help, longest wait first. */
export const callsForHelp = (groups: readonly StaffGroup[]): (StaffGroup & { helpSince: number })[] =>
  groups
    .flatMap((group) => (group.helpSince === null ? [] : [{ ...group, helpSince: group.helpSince }]))
    .sort((a, b) => a.helpSince - b.helpSince);

/** As many groups as a mixed round may have. */
export const mixedCounts: readonly number[] = Array.from(
  { length: mixedGroups.max - mixedGroups.min + 1 },
  (_, index) => mixedGroups.min + index,
);

/** Groups of about eight, in which everybody gets to speak. */
export const suggestedCount = (members: number): number =>
  Math.min(mixedGroups.max, Math.max(mixedGroups.min, Math.round(members / 8)));
