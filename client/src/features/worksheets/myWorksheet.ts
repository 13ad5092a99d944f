import type { RoundView } from '#shared/features/breakouts.ts';
import type { MyWorksheet } from '#shared/features/worksheets.ts';

/** The one that a member fills now: that of the group's present round, else the last one that they had. */
export function myWorksheet(mine: readonly MyWorksheet[], round: RoundView | null): MyWorksheet | null {
  const { worksheetId = null, myGroup = null } = round?.open ? round : {};
  const present = mine.findLast((doc) => doc.templateId === worksheetId && doc.groupName === myGroup?.name);
  return present ?? mine.at(-1) ?? null;
}
