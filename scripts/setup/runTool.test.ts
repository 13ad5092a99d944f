import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runTool, tellingLines } from './runTool.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'score-tool-'));
});
afterEach(() => rm(folder, { recursive: true }));

const options = () => ({ log: join(folder, 'logs', 'tool.log'), failed: 'It broke.', next: 'Mend it.' });

test('a program that ends well leaves its output in the log and tells each line', async () => {
  const lines: string[] = [];
  const statuses: string[] = [];
  const script = 'echo one; echo two >&2; echo 50 >&3';
  await runTool('sh', ['-c', script], {
    ...options(),
    onLine: (line) => lines.push(line),
    onStatus: (line) => statuses.push(line),
  });
  expect(lines.sort()).toEqual(['one', 'two']);
  expect(statuses).toEqual(['50']);
  expect(await readFile(options().log, 'utf8')).toMatch(/^\$ sh -c .*\n(one\ntwo|two\none)\n$/);
});

test('a program that fails is told with its exit code, its command, its log and its words', async () => {
  const failure = await runTool('sh', ['-c', 'echo "E: no mirror"; exit 3'], options()).catch(
    (error) => error,
  );
  expect(failure).toMatchObject({
    name: 'SetupFailure',
    failed: 'It broke. (sh: ended with 3)',
    tried: expect.stringContaining(options().log),
    next: 'Mend it.',
    output: 'E: no mirror',
  });
});

test('a program that is not there is a failure like any other', async () => {
  await expect(runTool('no-such-program', [], options())).rejects.toMatchObject({
    failed: expect.stringContaining('ENOENT'),
  });
});

test('of a long output the first words of trouble are shown, or else the end', () => {
  const lines = Array.from({ length: 100 }, (_, n) => `line ${n}`);
  expect(tellingLines(lines).at(-1)).toBe('line 99');
  expect(tellingLines([...lines.slice(0, 40), 'a.cpp:3: error: no', ...lines])[0]).toBe('a.cpp:3: error: no');
});
