import { spawn } from 'node:child_process';
import { chown, copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConversionOrder } from './messages.ts';

/** What the programs need to know of the world, and nothing of the server's secrets. */
async function toolEnvironment(order: ConversionOrder): Promise<NodeJS.ProcessEnv> {
  // A copy, since the programs may run as a user who can't reach the server's folder.
  const fontsConf = join(order.scratch, 'fonts.conf');
  await copyFile(order.tools.fontsConf, fontsConf);
  await handOver(order, fontsConf);
  return {
    PATH: process.env.PATH,
    HOME: order.scratch,
    TMPDIR: order.scratch,
    LANG: 'C.UTF-8',
    FONTCONFIG_FILE: fontsConf,
    // Where the machine does not let us take the network away, this at least turns honest programs back.
    http_proxy: 'http://127.0.0.1:9',
    https_proxy: 'http://127.0.0.1:9',
  };
}

/** Gives a file that this process made to the user whom the programs run as. */
export async function handOver({ runAs }: ConversionOrder, ...paths: string[]): Promise<void> {
  if (!runAs) return;
  for (const path of paths) await chown(path, runAs.uid, runAs.gid);
}

/**
 * Runs a program to its end, as the user whom the order names and in this process's own group, which
 * the server stops as a whole.
 *
 * @returns its exit code (null when a signal ended it) and what it printed, 1 MB at most. What it
 *   complains of goes to the server's log.
 * @throws when it can't be started, such as when it isn't installed.
 */
export async function runTool(
  order: ConversionOrder,
  program: string,
  args: readonly string[],
): Promise<{ code: number | null; printed: string }> {
  const env = await toolEnvironment(order);
  const { promise, resolve, reject } = Promise.withResolvers<{ code: number | null; printed: string }>();
  const child = spawn(program, args, {
    cwd: order.scratch,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(order.runAs ?? {}),
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (printed.length < 1_000_000) printed += text;
  });
  child.once('error', reject);
  child.once('close', (code) => resolve({ code, printed }));
  return promise;
}
