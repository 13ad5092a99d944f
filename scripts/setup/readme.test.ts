import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installCommand, packagesToRun, packagesToTest } from './debianPackages.mjs';
import { projectFolder } from './places.mjs';

const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8');

test("README's one line installs what the set-up would", () => {
  expect(readme).toContain(`\n${installCommand([...packagesToRun, ...packagesToTest])}\n`);
});

test('README names every command of package.json', () => {
  const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
  for (const name of Object.keys(scripts)) expect(readme).toMatch(new RegExp(`npm (run )?${name}\\b`));
});
