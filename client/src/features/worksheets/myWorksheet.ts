import { groupOf, type Space } from '#shared/basics.ts';
import type { Group, RoundView } from '#shared/features/breakouts.ts';
import type { MyWorksheet, WorksheetDoc } from '#shared/features/worksheets.ts';

/** The one that a member fills now: that of the group's present round, else the last one that they had. */
export function myWorksheet(mine: readonly MyWorksheet[], round: RoundView | null): MyWorksheet | null {
  const present = round?.myGroup && filledBy(round.myGroup, mine, round);
  return present ?? mine.at(-1) ?? null;
}

/** The one that the group in this Space fills now, for staff who came to it; null elsewhere. */
export function worksheetIn(
  space: Space,
  docs: readonly WorksheetDoc[],
  round: RoundView | null,
): WorksheetDoc | null {
  const group = round?.groups?.find(({ id }) => id === groupOf(space));
  return (round && group && filledBy(group, docs, round)) ?? null;
}

/** Where a group began anew, the newest. */
function filledBy<Doc extends Pick<WorksheetDoc, 'templateId' | 'groupName'>>(
  { name }: Group,
  docs: readonly Doc[],
  { open, worksheetId }: RoundView,
): Doc | undefined {
  if (!open) return undefined;
  return docs.findLast((doc) => doc.templateId === worksheetId && doc.groupName === name);
}
