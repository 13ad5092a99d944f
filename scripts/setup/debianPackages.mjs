import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cacheFolder } from './places.mjs';
import { aptProgress } from './progress.mjs';
import { runTool } from './runTool.mjs';
import { SetupFailure } from './SetupFailure.mjs';

const dpkgStatus = '/var/lib/dpkg/status';

/** Slides are converted with LibreOffice; without these fonts Chinese text and Office's layouts break. Videos take FFmpeg. */
export const packagesToRun = [
  'libreoffice-impress-nogui',
  'fonts-noto-cjk',
  'fonts-liberation',
  'fonts-crosextra-carlito',
  'fonts-crosextra-caladea',
  'poppler-utils',
  'poppler-data',
  'ffmpeg',
];

/** Browser tests drive Debian's Chromium. */
export const packagesToTest = ['chromium'];

/**
 * Which of the packages aren't installed.
 *
 * @param {readonly string[]} names
 * @param {string} status The text of /var/lib/dpkg/status: paragraphs of `Package:` and `Status:`.
 */
export function missingPackages(names, status) {
  const wanted = new Set(names);
  for (const [, name = '', state] of status.matchAll(/^Package: (\S+)\nStatus: (.+)$/gm)) {
    if (state?.endsWith(' ok installed')) wanted.delete(name);
  }
  return [...wanted];
}

/**
 * The command that installs the packages, as a person would type it.
 *
 * @param {readonly string[]} names
 */
export function installCommand(names) {
  return `sudo apt-get update && sudo apt-get install --no-install-recommends ${names.join(' ')}`;
}

/** Whether this system keeps its packages with dpkg and apt: Debian and what descends from it. */
export function hasApt() {
  return existsSync(dpkgStatus) && existsSync('/usr/bin/apt-get');
}

/**
 * Which of the packages this system lacks.
 *
 * @param {readonly string[]} names
 */
export function missingHere(names) {
  return missingPackages(names, readFileSync(dpkgStatus, 'utf8'));
}

/**
 * The Debian packages that running the product, or its tests, takes.
 *
 * @param {readonly string[]} names
 * @param {string} why
 * @param {NodeJS.ProcessEnv} env
 * @returns {import('./steps.mjs').Step}
 */
export function debianPackagesStep(names, why, env) {
  return {
    name: 'Debian packages',
    why,
    async done() {
      if (!hasApt())
        return programsMissing(names, env).length === 0 ? 'not Debian, the programs are there' : undefined;
      return missingHere(names).length === 0 ? `${names.length} are installed` : undefined;
    },
    async run(progress) {
      if (!hasApt()) {
        throw new SetupFailure({
          failed: `Missing: ${programsMissing(names, env).join(', ')}.`,
          tried: 'the folders in PATH; packages are installed by this set-up on Debian only',
          next: `Install what Debian calls ${names.join(', ')}, then run the same command again.`,
        });
      }
      const missing = missingHere(names);
      await installPackages(missing, env, progress);
      return `installed ${missing.join(', ')}`;
    },
  };
}

/**
 * Installs Debian packages as root; for anybody else it fails with the command to run.
 *
 * @param {readonly string[]} names
 * @param {NodeJS.ProcessEnv} env
 * @param {(share: number) => void} progress
 */
export async function installPackages(names, env, progress) {
  if (process.getuid?.() !== 0) {
    throw new SetupFailure({
      failed: `Debian packages are missing: ${names.join(', ')}.`,
      tried: 'nothing: only root can install packages',
      next: `Run: ${installCommand(names)}`,
    });
  }
  const options = {
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    log: join(cacheFolder(env), 'logs', 'apt.log'),
    failed: 'Debian packages could not be installed.',
    next: `Check that Debian's mirror can be reached and that no other installation is running, then run: ${installCommand(names)}`,
  };
  // Another installation may hold apt's lock, on a machine that has just started for instance.
  const patience = ['-o', 'DPkg::Lock::Timeout=120'];
  await runTool('apt-get', [...patience, 'update'], options);
  const install = [
    ...patience,
    '-o',
    'APT::Status-Fd=3',
    'install',
    '-y',
    '--no-install-recommends',
    ...names,
  ];
  await runTool('apt-get', install, {
    ...options,
    onStatus(line) {
      const share = aptProgress(line);
      if (share !== undefined) progress(share);
    },
  });
}

/**
 * Elsewhere than on Debian package names mean nothing; what counts is whether the programs are there.
 *
 * @param {readonly string[]} names
 * @param {NodeJS.ProcessEnv} env
 */
function programsMissing(names, env) {
  /** @type {Record<string, string>} */
  const programs = { 'libreoffice-impress-nogui': 'soffice', ffmpeg: 'ffmpeg', chromium: 'chromium' };
  const folders = (env.PATH ?? '').split(delimiter);
  return names
    .map((name) => programs[name])
    .filter((program) => program !== undefined)
    .filter((program) => !folders.some((folder) => isProgram(join(folder, program))));
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
