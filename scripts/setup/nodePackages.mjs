import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withNode24, withoutNpm } from './node24.mjs';
import { cacheFolder, projectFolder } from './places.mjs';
import { runTool } from './runTool.mjs';

const lockFile = join(projectFolder, 'package-lock.json');
const installedLockFile = join(projectFolder, 'node_modules', '.package-lock.json');
const mark = join(projectFolder, 'node_modules', '.score-setup');

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages
 */

/**
 * Whether what npm says it installed is what the lock file names. Optional packages may be missing:
 * they belong to other platforms.
 *
 * @param {LockedPackages} locked
 * @param {LockedPackages} installed
 */
export function installedAsLocked(locked, installed) {
  for (const [path, { version, integrity, optional }] of Object.entries(locked)) {
    if (path === '') continue;
    const found = installed[path];
    if (!found && !optional) return false;
    if (found && (found.version !== version || found.integrity !== integrity)) return false;
  }
  return Object.keys(installed).every((path) => path in locked);
}

/**
 * Installs the npm packages that the lock file names, without running any of their scripts: a package
 * that was taken over can then do nothing while it is installed.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {import('./steps.mjs').Step}
 */
export function nodePackagesStep(env) {
  return {
    name: 'npm packages',
    why: 'installing exactly what package-lock.json names, without install scripts',
    async done() {
      if (!existsSync(installedLockFile)) return undefined;
      const hash = locksHash();
      if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return 'as package-lock.json names them';
      // After `npm install` the packages are right though the lock file is new: nothing to fetch again.
      if (!installedAsLocked(packagesOf(lockFile), packagesOf(installedLockFile))) return undefined;
      writeFileSync(mark, hash);
      return 'as package-lock.json names them';
    },
    async run() {
      await runTool('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
        cwd: projectFolder,
        env: withoutNpm(withNode24(env)),
        log: join(cacheFolder(env), 'logs', 'npm-ci.log'),
        failed: 'The npm packages could not be installed.',
        next: 'Check that the npm registry can be reached (npm ping) and that the disk is not full; then run the same command again.',
      });
      writeFileSync(mark, locksHash());
      return `${Object.keys(packagesOf(installedLockFile)).length} packages`;
    },
  };
}

/** A hash of what is wanted together with what is there: either changes when a branch is switched. */
function locksHash() {
  return createHash('sha256')
    .update(readFileSync(lockFile))
    .update(readFileSync(installedLockFile))
    .digest('hex');
}

/**
 * @param {string} file
 * @returns {LockedPackages}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
