import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const themes = ['light', 'dark'] as const;
type Pair = Record<(typeof themes)[number], string>;

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
const sides = 'light-dark\\((?<light>#[0-9a-f]{6}), (?<dark>#[0-9a-f]{6})\\)';

/** Every colour of a style sheet that has a light and a dark side, by the name that the pattern finds before it. */
function readPairs(css: string, before: string): Map<string, Pair> {
  const found = css.matchAll(new RegExp(`${before}${sides}`, 'g'));
  return new Map(
    [...found].map(({ groups }) => [groups!.name!, { light: groups!.light!, dark: groups!.dark! }]),
  );
}

/** Relative luminance as WCAG 2.2 defines it, of a colour such as #0b6b63. */
function luminance(hex: string): number {
  const channel = (at: number): number => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

const surfaces = ['page', 'surface', 'raised', 'sunken', 'hover', 'pressed'];
const onSurfaces = ['text', 'text-soft', 'link', 'danger', 'good'];

/** [in front, behind, least contrast]: 4.5 for text, 3 for what is only a shape (WCAG 1.4.3 and 1.4.11). */
const pairs: readonly (readonly [string, string, number])[] = [
  ...onSurfaces.flatMap((front) => surfaces.map((behind) => [front, behind, 4.5] as const)),
  ['on-brand', 'brand', 4.5],
  ['on-brand', 'brand-hover', 4.5],
  ['on-brand-soft', 'brand-soft', 4.5],
  ['on-brand-soft', 'surface', 4.5],
  ['on-danger-fill', 'danger-fill', 4.5],
  ['on-danger-fill', 'danger-fill-hover', 4.5],
  ...['danger', 'warn', 'good', 'info'].map((tone) => [`on-${tone}-soft`, `${tone}-soft`, 4.5] as const),
  ...['page', 'surface', 'raised'].flatMap((behind) =>
    ['line-strong', 'brand', 'danger-fill', 'focus'].map((front) => [front, behind, 3] as const),
  ),
];

describe('the colours', () => {
  const tokens = readPairs(read('./tokens.css'), '--color-(?<name>[a-z-]+):\\s*');

  it.each(pairs)('%s on %s keeps a contrast of %d in light and dark', (front, behind, least) => {
    for (const theme of themes) {
      const found = contrast(tokens.get(front)![theme], tokens.get(behind)![theme]);
      expect(found, theme).toBeGreaterThanOrEqual(least);
    }
  });

  it('of avatars keep a contrast of 4.5 in light and dark', () => {
    const css = read('./Avatar.module.css');
    const behind = readPairs(css, '\\.(?<name>colour\\d) \\{\\s*background: ');
    const front = readPairs(css, '\\.(?<name>colour\\d) \\{\\s*background: [^;]+;\\s*color: ');
    expect(front.size).toBe(8);
    for (const [name, colours] of front) {
      for (const theme of themes) {
        expect(contrast(colours[theme], behind.get(name)![theme]), `${name} ${theme}`).toBeGreaterThanOrEqual(
          4.5,
        );
      }
    }
  });
});
