/** The tab that a key goes to, around the ends, or null for a key that goes nowhere. */
export function tabAfterKey(key: string, from: number, count: number, rightToLeft: boolean): number | null {
  const step = rightToLeft ? -1 : 1;
  if (key === 'ArrowRight') return (from + step + count) % count;
  if (key === 'ArrowLeft') return (from - step + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}
