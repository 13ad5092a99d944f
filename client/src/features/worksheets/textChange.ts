/** In the place of `removed` UTF-16 units from `at` on, `inserted` stands now. */
export type TextChange = { readonly at: number; readonly removed: number; readonly inserted: string };

/**
 * The smallest change that makes one text of the other. Where several do, as with a letter doubled, it is the
 * one that ends at the caret, where people type.
 *
 * @param caret where the caret stands in the text as it is now, in UTF-16 units
 * @returns null when nothing changed
 */
export function changeBetween(before: string, after: string, caret: number): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  const mostAfter = Math.min(shorter, Math.max(0, after.length - caret));
  let same = 0;
  while (same < mostAfter && before.at(-1 - same) === after.at(-1 - same)) same++;
  // A character of two units changes as one: Yjs would write a torn one as "�".
  if (same > 0 && isSecondHalf(after.charCodeAt(after.length - same))) same--;
  let start = 0;
  while (start < shorter - same && before[start] === after[start]) start++;
  if (start > 0 && isFirstHalf(after.charCodeAt(start - 1))) start--;
  return {
    at: start,
    removed: before.length - same - start,
    inserted: after.slice(start, after.length - same),
  };
}

const isFirstHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isSecondHalf = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
