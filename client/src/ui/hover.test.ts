import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const client = new URL('../', import.meta.url).pathname;

/** The selectors with `:hover` that stand in no `@media (hover: hover)`. */
function unguarded(css: string): string[] {
  const found: string[] = [];
  const around: string[] = [];
  for (const [, prelude = '', brace] of css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]*)([{};])/g)) {
    if (brace === '}') around.pop();
    if (brace !== '{') continue;
    const opened = prelude.trim();
    if (opened.includes(':hover') && !around.includes('@media (hover: hover)')) found.push(opened);
    around.push(opened);
  }
  return found;
}

it('says where a rule for a mouse would reach a finger, too', () => {
  const guarded = '@media (hover: hover) { .a:hover { color: red; } }';
  expect(unguarded(guarded)).toEqual([]);
  expect(unguarded(`${guarded} .b:hover, .c:focus { color: red; }`)).toEqual(['.b:hover, .c:focus']);
  expect(unguarded('@media (min-width: 1rem) { .d:hover { color: red; } }')).toEqual(['.d:hover']);
});

it('colours under a mouse only: on a phone a button would look pressed long after it was tapped', () => {
  const sheets = globSync('**/*.css', { cwd: client });
  expect(sheets.length).toBeGreaterThan(50);
  const wrong = sheets.flatMap((sheet) =>
    unguarded(readFileSync(client + sheet, 'utf8')).map((selector) => `${sheet}: ${selector}`),
  );
  expect(wrong).toEqual([]);
});
