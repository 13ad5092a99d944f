import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What names a side of the screen instead of where a line begins and ends. */
const physical = new RegExp(
  [
    '^\\s*(margin|padding|border|scroll-margin|scroll-padding)-(left|right)\\b.*:',
    '^\\s*border-(top|bottom)-(left|right)-radius\\s*:',
    '^\\s*(left|right)\\b(?!.*\\{)',
    '(text-align|float|clear|transform-origin|justify-content|object-position)\\s*:.*\\b(left|right)\\b',
    'translateX\\(|translate3d\\(',
    'safe-area-inset-(left|right)',
  ].join('|'),
);

/** Lines of a style sheet that name a side, and have no comment right above that says why. */
function unexplained(css: string): string[] {
  const lines = css.split('\n');
  return lines.filter((line, i) => physical.test(line) && !lines[i - 1]?.trim().endsWith('*/'));
}

const source = join(import.meta.dirname, '..');
const sheets = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.css'),
);

test('the check finds what names a side', () => {
  const css = [
    '  margin-left: 1px;',
    '  padding-right: 0;',
    '  left: 0;',
    '  text-align: right;',
    '  border-top-left-radius: 2px;',
    '  transform: translateX(-50%);',
    '  padding-inline: env(safe-area-inset-left);',
  ];
  expect(unexplained(css.join('\n'))).toEqual(css);
  expect(unexplained('  /* A place on a picture. */\n  left: 0;')).toEqual([]);
  expect(unexplained('.left {\n  margin-inline-start: 1px;\n  inset-inline: 0;\n}')).toEqual([]);
});

test.each(sheets)('[RTL1] %s names no side of the screen without saying why', (sheet) => {
  expect(unexplained(readFileSync(join(source, sheet), 'utf8'))).toEqual([]);
});
