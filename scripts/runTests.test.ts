import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const summary = join(import.meta.dirname, '../tests/helpers/RunSummary.ts');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'score-run-tests-'));
  const project = (name: string) => ({ test: { name, globals: true, include: [`${name}.test.mjs`] } });
  const projects = JSON.stringify([project('unit'), project('e2e')]);
  await writeFile(
    join(folder, 'vitest.config.ts'),
    `import { RunSummary } from ${JSON.stringify(summary)};
     export default { test: { reporters: [new RunSummary()], projects: ${projects} } };`,
  );
});
afterEach(() => rm(folder, { recursive: true }));

/** A test of the project's that passes, and one that fails the first so many times. */
const fails = (project: 'unit' | 'e2e', times: number) =>
  writeFile(
    join(folder, `${project}.test.mjs`),
    `import { appendFileSync, readFileSync } from 'node:fs';
     test('well', () => {});
     test('doubtful', () => {
       appendFileSync('${project}.runs', '.');
       expect(readFileSync('${project}.runs').length).toBeGreaterThan(${times});
     });`,
  );

/** @returns how it ended, and what it printed. */
const run = () =>
  new Promise<{ code: unknown; printed: string }>((resolve) => {
    const args = [join(import.meta.dirname, 'runTests.ts'), '--root', folder];
    execFile(process.execPath, args, { cwd: folder }, (error, printed) =>
      resolve({ code: error?.code ?? 0, printed: printed.trim() }),
    );
  });

test('a browser test that fails by chance passes when its file is run once more, and is named', async () => {
  await Promise.all([fails('unit', 0), fails('e2e', 1)]);
  const { code, printed } = await run();
  expect(code).toBe(0);
  expect(printed).toMatch(/3 passed, 1 failed.+Passed only when run once more:\s+e2e\.test\.mjs: doubtful/s);
  expect(printed.split('\n').at(-1)).toBe('4 passed, 0 failed');
});

test('what fails twice has failed', async () => {
  await fails('e2e', 2);
  const { code, printed } = await run();
  expect(code).toBe(1);
  expect(printed.split('\n').at(-1)).toBe('1 passed, 1 failed');
});

test('a unit test is run once', async () => {
  await Promise.all([fails('unit', 1), fails('e2e', 1)]);
  const { code, printed } = await run();
  expect(code).toBe(1);
  expect(printed.split('\n').at(-1)).toBe('2 passed, 2 failed');
});
