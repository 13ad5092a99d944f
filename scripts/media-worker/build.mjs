import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { ninjaProgress } from '../setup/progress.mjs';
import { runTool } from '../setup/runTool.mjs';
import { SetupFailure } from '../setup/SetupFailure.mjs';
import { prepareSources } from './sources.mjs';

/** What the build needs: Debian 12's names. */
export const packagesToBuild = [
  'g++',
  'pkg-config',
  'meson',
  'ninja-build',
  'flatbuffers-compiler',
  'libflatbuffers-dev',
  'libuv1-dev',
  'libssl-dev',
  'libsrtp2-dev',
  'libabsl-dev',
];

/** The libraries that the built worker links to, for a machine that got it with a cache. */
export const packagesToRunBuilt = ['libuv1', 'libssl3', 'libsrtp2-1', 'libabsl20220623', 'libstdc++6'];

/** One compiler takes up to this much memory, in bytes. */
const memoryPerCompiler = 900e6;

/**
 * Builds the media worker from mediasoup's sources and Debian's libraries. The compilers run at a low
 * priority, so that the machine stays usable.
 *
 * @param {object} options
 * @param {string} options.mediasoupFolder mediasoup's folder in node_modules.
 * @param {string} options.folder An empty or missing folder to build in.
 * @param {string} options.log The file that keeps the compilers' output.
 * @param {NodeJS.ProcessEnv} options.env
 * @param {(share: number) => void} options.progress
 * @returns {Promise<string>} The path of the worker.
 */
export async function buildWorker({ mediasoupFolder, folder, log, env, progress }) {
  try {
    prepareSources(mediasoupFolder, folder);
  } catch (error) {
    throw new SetupFailure({
      failed: `The media worker's sources are not as expected: ${error instanceof Error ? error.message : error}.`,
      tried: `to change the copy of ${mediasoupFolder}/worker in ${folder}`,
      next: 'Was mediasoup upgraded? Adapt scripts/media-worker/sources.mjs, or give a worker with MEDIASOUP_WORKER_BIN.',
    });
  }
  const options = {
    cwd: folder,
    env,
    log,
    failed: 'The media worker could not be built.',
    next: 'Look for the first error in that log. A worker that was built elsewhere can be given with MEDIASOUP_WORKER_BIN.',
  };
  const setup = [
    'setup',
    '--buildtype',
    'release',
    '-Doptimization=2',
    '-Db_ndebug=true',
    '-Dstrip=true',
    'out',
  ];
  await runTool('nice', ['meson', ...setup], options);
  // libwebrtc includes these headers without saying so to meson: a fast start would not find them.
  await runTool('nice', ['meson', 'compile', '-C', 'out', 'flatbuffers-generator'], options);
  const jobs = Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / memoryPerCompiler)));
  await runTool('nice', ['ninja', '-C', 'out', '-j', String(jobs), 'mediasoup-worker'], {
    ...options,
    onLine(line) {
      const counted = ninjaProgress(line);
      if (counted) progress(counted.done / counted.total);
    },
  });
  return join(folder, 'out', 'mediasoup-worker');
}
