import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sourcesHash } from './clientBuild.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'score-launch-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Starts a launcher whose program says `ready`, then a line for each SIGINT, and ends with 7 on SIGTERM. */
function launch(program: string): ChildProcess {
  const module = JSON.stringify(join(import.meta.dirname, 'runToEnd.mjs'));
  const launcher = `
    const { runToEnd } = await import(${module});
    process.exitCode = await runToEnd(process.execPath, ['-e', ${JSON.stringify(program)}], { env: process.env });`;
  return spawn(process.execPath, ['--input-type=module', '-e', launcher], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

const server = `
  let interrupts = 0;
  process.on('SIGINT', () => console.log('interrupted ' + ++interrupts));
  process.on('SIGTERM', () => { console.log('stopping after ' + interrupts); process.exit(7); });
  setInterval(() => {}, 1000);
  console.log('ready');`;

test('a signal that comes twice at once, as with Ctrl-C, reaches the program once, and its exit code comes back', async () => {
  const launcher = launch(server);
  const lines: string[] = [];
  const output = createInterface({ input: launcher.stdout! });
  output.on('line', (line) => {
    lines.push(line);
    if (line === 'ready') launcher.kill('SIGINT');
    if (line === 'interrupted 1') {
      launcher.kill('SIGINT');
      launcher.kill('SIGTERM');
    }
  });
  const [code] = await once(launcher, 'exit');
  expect(lines).toEqual(['ready', 'interrupted 1', 'stopping after 1']);
  expect(code).toBe(7);
});

test('a program does not outlive its launcher', async () => {
  const launcher = launch('console.log("ready"); setInterval(() => {}, 1000);');
  await once(createInterface({ input: launcher.stdout! }), 'line');
  const outputClosed = once(launcher, 'close');
  launcher.kill('SIGKILL');
  // The program holds the launcher's output too: it closes only when both are gone.
  const [, signal] = await outputClosed;
  expect(signal).toBe('SIGKILL');
});

test('a program that a signal ended gives 128 and its number, as in a shell', async () => {
  const launcher = launch("process.kill(process.pid, 'SIGKILL')");
  const [code] = await once(launcher, 'exit');
  expect(code).toBe(137);
});

test("the client's sources change with a file's content and name, not with its output or its tests", async () => {
  await mkdir(join(folder, 'client', 'src'), { recursive: true });
  await mkdir(join(folder, 'client', 'dist'));
  await writeFile(join(folder, 'client', 'src', 'main.tsx'), 'one');
  const hash = () => sourcesHash(folder, ['client', 'missing']);
  const first = hash();
  await writeFile(join(folder, 'client', 'dist', 'index.html'), 'built');
  await writeFile(join(folder, 'client', 'src', 'main.test.tsx'), 'test');
  expect(hash()).toBe(first);
  await writeFile(join(folder, 'client', 'src', 'main.tsx'), 'two');
  const second = hash();
  expect(second).not.toBe(first);
  await writeFile(join(folder, 'client', 'src', 'more.tsx'), '');
  expect(hash()).not.toBe(second);
});
