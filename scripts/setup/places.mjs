import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root folder. */
export const projectFolder = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/**
 * The folder that outlives a checkout: Node 24, the media worker and the logs of the set-up. It follows
 * XDG_CACHE_HOME, so that a home that can't be written has a way out.
 *
 * @param {NodeJS.ProcessEnv} [env]
 */
export function cacheFolder(env = process.env) {
  const base = env.XDG_CACHE_HOME || join(env.HOME || userInfo().homedir, '.cache');
  return join(base, 'score-classroom');
}
