/**
 * What an avatar shows of a name. Of a Chinese name the last two characters, the given name, by which
 * people call each other; of others the first letters of the first and the last word.
 */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s·・]+/u)
    .filter(Boolean);
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return '?';
  if (/^\p{Script=Han}+$/u.test(words.join(''))) return [...last].slice(-2).join('');
  const letters = words.length === 1 ? [firstLetter(first)] : [firstLetter(first), firstLetter(last)];
  return letters.join('').toUpperCase();
}

/** A whole letter with its accents and tone marks, not half of a pair of code units. */
const firstLetter = (word: string): string => [...word.normalize('NFC')][0] ?? '';

/** One of `count` colours for an id: the same on every screen, without anyone storing it. */
export function colourOf(id: string, count: number): number {
  let hash = 0;
  for (const character of id) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % count;
}
