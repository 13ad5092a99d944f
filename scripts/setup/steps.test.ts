import { expect, test } from 'vitest';
import { SetupFailure } from './SetupFailure.mjs';
import { stepsLeft, takeSteps } from './steps.mjs';

function step(
  name: string,
  there: string | undefined,
  run: () => Promise<string> = async () => `${name} made`,
) {
  return { name, why: `it needs ${name}`, done: async () => there, run };
}

function paper() {
  const lines: string[] = [];
  return { lines, write: (text: string) => lines.push(text) };
}

test('what is there already is skipped and said in one line', async () => {
  const lines: string[] = [];
  const left = await stepsLeft([step('fonts', 'all there'), step('Node', undefined)], (line) =>
    lines.push(line),
  );
  expect(left.map(({ name }) => name)).toEqual(['Node']);
  expect(lines).toEqual(['✓ fonts: all there']);
});

test('each step says why before and what after', async () => {
  const out = paper();
  await takeSteps([step('Node', undefined)], out);
  expect(out.lines.join('')).toMatch(/^• Node: it needs Node\n✓ Node: Node made \(\d+\.\d s\)\n$/);
});

test('the first failure ends it, and tells what failed, what was tried and what to do', async () => {
  const failure = new SetupFailure({
    failed: 'The fonts are missing.',
    tried: 'apt-get install fonts',
    next: 'Look at the mirror.',
    output: 'E: no mirror',
  });
  const out = paper();
  const steps = [step('fonts', undefined, () => Promise.reject(failure)), step('Node', undefined)];
  await expect(takeSteps(steps, out)).rejects.toBe(failure);
  expect(out.lines.join('')).not.toContain('Node');
  expect(failure.report()).toBe(
    '✗ The fonts are missing.\n\n    | E: no mirror\n\n  Tried: apt-get install fonts\n  Next:  Look at the mirror.',
  );
});
