import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withNode24 } from '../setup/node24.mjs';
import { cacheFolder, projectFolder } from '../setup/places.mjs';
import { runTool } from '../setup/runTool.mjs';
import { seconds } from '../setup/steps.mjs';

/** What the built client is made of, in the checkout. */
const sources = ['client', 'shared', 'package.json', 'package-lock.json', 'tsconfig.base.json'];
/** Remembers what client/dist was built from; not in there, since all of that is served. */
const mark = join(projectFolder, 'client', '.vite', 'built-from');

/** Its own output and its tests are no part of that. */
const noSource = /^(dist|node_modules|\.vite)$|\.test\.tsx?$/;

/**
 * Builds the client into client/dist, unless it was built from the same sources.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export async function buildClient(env) {
  const built = existsSync(join(projectFolder, 'client', 'dist', 'index.html'));
  const hash = sourcesHash(projectFolder, sources);
  if (built && existsSync(mark) && readFileSync(mark, 'utf8') === hash) return;
  const start = Date.now();
  console.log('• client: its sources changed, building it into client/dist');
  await runTool('node', [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', 'client'], {
    cwd: projectFolder,
    env: withNode24(env),
    log: join(cacheFolder(env), 'logs', 'client.log'),
    failed: 'The client could not be built.',
    next: 'Correct the error above; npm run check says more.',
  });
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, hash);
  console.log(`✓ client: built (${seconds(Date.now() - start)})\n`);
}

/**
 * A hash over the names and contents of files and folders.
 *
 * @param {string} root
 * @param {readonly string[]} paths Relative to the root.
 */
export function sourcesHash(root, paths) {
  const hash = createHash('sha256');
  const add = (/** @type {string} */ path) => {
    const full = join(root, path);
    const folder = existsSync(full) ? entriesOf(full) : [];
    if (folder) {
      for (const name of folder) if (!noSource.test(name)) add(join(path, name));
      return;
    }
    const content = readFileSync(full);
    hash.update(`${path}\0${content.length}\0`).update(content);
  };
  for (const path of paths) add(path);
  return hash.digest('hex');
}

/**
 * The sorted names in a folder; undefined for a file.
 *
 * @param {string} path
 */
function entriesOf(path) {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
