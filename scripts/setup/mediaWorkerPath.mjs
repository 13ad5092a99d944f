import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, projectFolder } from './places.mjs';

/**
 * Raised when the build under scripts/media-worker changes what the worker does, so that machines which
 * hold an older build make a new one.
 */
const buildRevision = 1;

/**
 * The distribution and its release, such as `debian12`: what a worker built from the system's libraries
 * depends on. Empty where nothing says (macOS).
 *
 * @param {string} osRelease The text of /etc/os-release.
 */
export function distribution(osRelease) {
  const id = /^ID="?([a-z0-9._-]+)"?$/m.exec(osRelease)?.[1] ?? '';
  const version = /^VERSION_ID="?([^"\n]+)"?$/m.exec(osRelease)?.[1] ?? '';
  return `${id}${version}`;
}

/**
 * The name of a worker's folder in the cache: two machines that share it can run the same worker.
 *
 * @param {{ version: string, platform: string, arch: string, osRelease: string }} machine
 */
export function workerKey({ version, platform, arch, osRelease }) {
  return ['mediasoup', version, platform, arch, distribution(osRelease), `build${buildRevision}`]
    .filter((part) => part !== '')
    .join('-');
}

/** mediasoup's version, from the lock file, so that it is known before anything is installed. */
export function mediasoupVersion() {
  const lock = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8'));
  return String(lock.packages['node_modules/mediasoup'].version);
}

/** The text of /etc/os-release, or '' where there is none. */
export function osRelease() {
  return existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
}

/**
 * Where the cache keeps this machine's media worker, whether or not it is there yet.
 *
 * @param {NodeJS.ProcessEnv} [env]
 */
export function cachedWorkerPath(env = process.env) {
  const { platform, arch } = process;
  const key = workerKey({ version: mediasoupVersion(), platform, arch, osRelease: osRelease() });
  return join(cacheFolder(env), 'media-worker', key, 'mediasoup-worker');
}

/**
 * The media worker to start: MEDIASOUP_WORKER_BIN, else the cache's. Undefined when neither is there and
 * `npm run setup` has to fetch or build it.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function mediaWorkerPath(env = process.env) {
  if (env.MEDIASOUP_WORKER_BIN) return env.MEDIASOUP_WORKER_BIN;
  const cached = cachedWorkerPath(env);
  return existsSync(cached) ? cached : undefined;
}
