import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { buildWorker, packagesToBuild, packagesToRunBuilt } from '../media-worker/build.mjs';
import { hasApt, installPackages, missingHere } from './debianPackages.mjs';
import { cachedWorkerPath, distribution, mediasoupVersion, osRelease } from './mediaWorkerPath.mjs';
import { cacheFolder, projectFolder } from './places.mjs';
import { SetupFailure } from './SetupFailure.mjs';
import { downloadWorker, prebuiltAddress } from './workerDownload.mjs';
import { workerStarts } from './workerStarts.mjs';

/** The system that the build is written for and tried on. */
const buildsOn = 'debian12';

/**
 * mediasoup's worker, the program that forwards sound and pictures. The first of these that is there:
 * MEDIASOUP_WORKER_BIN, the cache, mediasoup's own prebuilt one, a build from Debian's libraries.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {import('./steps.mjs').Step}
 */
export function mediaWorkerStep(env) {
  const given = env.MEDIASOUP_WORKER_BIN;
  const cached = cachedWorkerPath(env);
  return {
    name: 'media worker',
    why: `mediasoup ${mediasoupVersion()} needs it and npm does not hold it; fetching it, or building it for a few minutes`,
    async done() {
      if (given) return (await workerStarts(given)) ? `${given}, from MEDIASOUP_WORKER_BIN` : undefined;
      return (await workerStarts(cached)) ? `in ${dirname(cached)}` : undefined;
    },
    async run(progress) {
      if (given) {
        throw new SetupFailure({
          failed: 'The media worker that MEDIASOUP_WORKER_BIN names does not start.',
          tried: given,
          next: 'Correct MEDIASOUP_WORKER_BIN, or unset it to have the worker fetched or built.',
        });
      }
      return obtain(cached, env, progress);
    },
  };
}

/**
 * @param {string} cached Where the worker goes.
 * @param {NodeJS.ProcessEnv} env
 * @param {(share: number) => void} progress
 * @returns {Promise<string>} What was done.
 */
async function obtain(cached, env, progress) {
  if (existsSync(cached) && (await repairLibraries(cached, env, progress))) {
    return 'from the cache; its libraries were missing and are installed';
  }
  const folder = join(cacheFolder(env), 'media-worker');
  clearUnfinished(folder);
  const work = join(folder, `unfinished-${process.pid}`);
  const address = prebuiltAddress(env);
  const fetched = await downloadWorker(address, join(work, 'prebuilt'), env);
  const no = 'no' in fetched ? fetched.no : '';
  const worker =
    'path' in fetched ? fetched.path : await build(join(work, 'build'), `${address}: ${no}`, env, progress);
  if (!(await workerStarts(worker))) {
    throw new SetupFailure({
      failed: 'The media worker was built but does not start.',
      tried: worker,
      next: `Run ${worker} and see what it says.`,
    });
  }
  keep(worker, cached);
  rmSync(work, { recursive: true, force: true });
  return no ? `built (no prebuilt one: ${no})` : "mediasoup's prebuilt one";
}

/**
 * A worker that was built on another machine with the same release may lack the libraries it links to.
 *
 * @param {string} worker
 * @param {NodeJS.ProcessEnv} env
 * @param {(share: number) => void} progress
 */
async function repairLibraries(worker, env, progress) {
  if (distribution(osRelease()) !== buildsOn || !hasApt()) return false;
  const missing = missingHere(packagesToRunBuilt);
  if (missing.length === 0) return false;
  await installPackages(missing, env, progress);
  return workerStarts(worker);
}

/**
 * @param {string} folder
 * @param {string} download What came of the download.
 * @param {NodeJS.ProcessEnv} env
 * @param {(share: number) => void} progress
 */
async function build(folder, download, env, progress) {
  if (distribution(osRelease()) !== buildsOn || !hasApt()) {
    throw new SetupFailure({
      failed:
        "mediasoup's prebuilt media worker could not be fetched, and it can be built on Debian 12 only.",
      tried: download,
      next: 'Get a worker as mediasoup.org describes, or from a machine that has one, and name it with MEDIASOUP_WORKER_BIN.',
    });
  }
  const missing = missingHere(packagesToBuild);
  if (missing.length > 0) await installPackages(missing, env, () => undefined);
  return buildWorker({
    mediasoupFolder: join(projectFolder, 'node_modules', 'mediasoup'),
    folder,
    log: join(cacheFolder(env), 'logs', 'media-worker.log'),
    env,
    progress,
  });
}

/**
 * Puts the worker into the cache by a rename: a half copied one never has its name.
 *
 * @param {string} worker
 * @param {string} cached
 */
function keep(worker, cached) {
  mkdirSync(dirname(cached), { recursive: true });
  const copy = `${cached}.new`;
  copyFileSync(worker, copy);
  chmodSync(copy, 0o755);
  renameSync(copy, cached);
}

/**
 * Removes what set-ups left that were stopped; the lock of the set-up keeps this one alone.
 *
 * @param {string} folder
 */
function clearUnfinished(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (basename(name).startsWith('unfinished-'))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}
