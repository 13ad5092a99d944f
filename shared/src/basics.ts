export const roles = ['trainer', 'moderator', 'member', 'observer'] as const;
export type Role = (typeof roles)[number];
export const isStaff = (role: Role): boolean => role === 'trainer' || role === 'moderator';

/** As many characters as the name of a person, or of a shared screen, may have. */
export const maxName = 60;

/** Where a Participant is: one of the fixed places, or a Breakout (`group:` and the group's id). */
export type Space = 'lobby' | 'plenary' | 'backstage' | `group:${string}`;
export const groupSpace = (groupId: string): Space => `group:${groupId}`;
export const groupOf = (space: Space): string | null => (space.startsWith('group:') ? space.slice(6) : null);

/** Content in the two languages that every Session has. */
export type Bilingual = { zh: string; en: string };

/** Milliseconds since 1970, by the server's clock. */
export type ServerTime = number;

/** The list with this item in the place of the one with its id, or last. */
export const putById = <T extends { readonly id: string }>(list: readonly T[], item: T): readonly T[] =>
  list.some((other) => other.id === item.id)
    ? list.map((other) => (other.id === item.id ? item : other))
    : [...list, item];

/** The length of a value's JSON in UTF-8: what it costs on the wire before compression. */
export function jsonBytes(value: unknown): number {
  const json = JSON.stringify(value);
  let bytes = 0;
  for (let i = 0; i < json.length; i++) {
    const unit = json.charCodeAt(i);
    // A surrogate is half of a character of four bytes; JSON escapes one that stands alone.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes;
}
