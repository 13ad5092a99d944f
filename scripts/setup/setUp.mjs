import { join } from 'node:path';
import { debianPackagesStep, packagesToRun, packagesToTest } from './debianPackages.mjs';
import { installScriptsStep } from './installScripts.mjs';
import { mediaWorkerStep } from './mediaWorker.mjs';
import { mediaWorkerPath } from './mediaWorkerPath.mjs';
import { node24Step, withNode24 } from './node24.mjs';
import { nodePackagesStep } from './nodePackages.mjs';
import { cacheFolder } from './places.mjs';
import { withSetupLock } from './setupLock.mjs';
import { seconds, stepsLeft, takeSteps } from './steps.mjs';

/**
 * What the machine is set up for: `code` to check and run scripts, `run` to run the product, `test` to
 * run all tests.
 *
 * @typedef {'code' | 'run' | 'test'} Purpose
 */

/** @type {readonly Purpose[]} */
export const purposes = ['code', 'run', 'test'];

/**
 * @param {Purpose} purpose
 * @param {NodeJS.ProcessEnv} env
 * @returns {import('./steps.mjs').Step[]}
 */
function stepsFor(purpose, env) {
  const steps = [node24Step(env), nodePackagesStep(env), installScriptsStep(env)];
  if (purpose === 'code') return steps;
  const packages = purpose === 'test' ? [...packagesToRun, ...packagesToTest] : packagesToRun;
  const why =
    purpose === 'test'
      ? 'LibreOffice and fonts convert slides, FFmpeg videos, Chromium runs the browser tests'
      : 'LibreOffice and fonts convert slides, FFmpeg videos';
  return [...steps, debianPackagesStep(packages, why, env), mediaWorkerStep(env)];
}

/**
 * Sets the machine up, or finds that nothing is left to do.
 *
 * @param {Purpose} purpose
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<NodeJS.ProcessEnv>} The environment to run the product in: Node 24 first in PATH, and
 *   MEDIASOUP_WORKER_BIN.
 */
export async function setUp(purpose, env = process.env) {
  const start = Date.now();
  const out = process.stdout;
  const print = (/** @type {string} */ line) => out.write(`${line}\n`);
  const left = await stepsLeft(stepsFor(purpose, env), print);
  if (left.length > 0)
    await withSetupLock(join(cacheFolder(env), 'setup.lock'), print, () => takeSteps(left, out));
  print(`Set up in ${seconds(Date.now() - start)}${left.length === 0 ? ': nothing was left to do' : ''}.\n`);
  const worker = mediaWorkerPath(env);
  return { ...withNode24(env), ...(worker && { MEDIASOUP_WORKER_BIN: worker }) };
}
