/**
 * What a member's snapshot may weigh, whatever people write: 32 kB once it is compressed.
 *
 * A feature's View is bounded by its own rules, since it depends on nothing but its own State. So that all of
 * them together keep the promise, each has its share here, in bytes of JSON in UTF-8 before compression.
 * Text that can't be foretold packs badly: random Chinese to three quarters, the worst mixture of alphabets to
 * nine tenths; random ids to three quarters. The shares at their limits, in kB:
 *
 * | what | before | after |
 * | --- | --- | --- |
 * | polls: as many of the last as fit; of one that is larger by itself the longest texts are shortened | 7.5 | 5.8 |
 * | chat: as many of the last messages as fit | 7.5 | 6.0 |
 * | the run of show: titles, shortened where they don't fit, and 60 Segments beside them | 2 + 5.5 | 4.0 |
 * | people: 60 who are in one's group, and the numbers of 30 Enterprises | 3 | 1.9 |
 * | group work: what the groups are to do (500 characters), what was said to them (300), and 60 members | 3.4 | 2.5 |
 * | names: those that don't fit follow the snapshot in `events` | 2 | 1.7 |
 * | hands: 200 that are up | 3 | 2.2 |
 * | slides: the Deck's title (120 characters) and the sizes of 300 pages | 8.5 | 2.1 |
 * | Worksheets: 40 documents of one's own, with their titles | 0.7 + 4 | 1.8 |
 * | the stage and one's group: 30 each who have something on | 5.5 | 0.8 |
 * | 60 who sit in one room, one's call for help (200 characters), the rest | 2 | 1.5 |
 *
 * Case studies and the forms of Worksheets are larger than most of that: a View names them, and they are had
 * over HTTP. The test of [SOCK6] fills a class to its limits, with random text, and weighs it.
 */
export const largestSnapshot = 32 * 1024;

export const shares = {
  polls: 7_500,
  chat: 7_500,
  segmentTitles: 2_000,
  worksheetTitles: 720,
  names: 2_000,
} as const;

/** How many people of a group, or of those backstage, a list in a View names. */
export const peopleListed = 60;
/** How many of those who have something switched on a list in a View names. */
export const performersListed = 30;
/** How many Enterprises are counted by themselves. */
export const enterprisesCounted = 30;

/** The last items, at most `most` of them, that together have at most `bytes`. */
export function lastWithin<T>(
  items: readonly T[],
  most: number,
  bytes: number,
  bytesOf: (item: T) => number,
): readonly T[] {
  let first = items.length;
  for (let left = bytes; first > 0 && items.length - first < most; first--) {
    left -= bytesOf(items[first - 1] as T);
    if (left < 0) break;
  }
  return first === 0 ? items : items.slice(first);
}
