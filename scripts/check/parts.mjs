import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectFolder } from '../setup/places.mjs';
import { rulesComplaints } from './rulesHaveTests.mjs';

/**
 * One part of the check, independent of the others.
 *
 * @typedef {object} Part
 * @property {string} name
 * @property {(env: NodeJS.ProcessEnv) => Promise<{ ok: boolean, output: string }>} run
 */

/** @type {readonly Part[]} The longest first, so that they overlap with the many short ones. */
export const parts = [
  tool('unit tests', 'vitest/vitest.mjs', 'run', '--project', 'unit'),
  tool('dead code', 'knip/bin/knip.js', '--no-progress'),
  tool('format, lint, imports', '@biomejs/biome/bin/biome', 'check', '--error-on-warnings'),
  ...['shared', 'server', 'client', 'tests', 'scripts'].map((folder) =>
    tool(`types of ${folder}`, 'typescript/bin/tsc', '-p', folder),
  ),
  script('texts in every language', join('scripts', 'checkCatalogues.ts')),
  { name: 'each rule has a test', run: checkRules },
];

/**
 * A part that is a program of an npm package.
 *
 * @param {string} name
 * @param {string} program Its script in node_modules.
 * @param {string[]} args
 * @returns {Part}
 */
function tool(name, program, ...args) {
  return script(name, join('node_modules', program), ...args);
}

/**
 * A part that Node runs.
 *
 * @param {string} name
 * @param {string} file From the project's folder.
 * @param {string[]} args
 * @returns {Part}
 */
function script(name, file, ...args) {
  return {
    name,
    run: (env) =>
      new Promise((settle) => {
        const child = spawn('node', [file, ...args], { cwd: projectFolder, env });
        /** @type {Buffer[]} */
        const output = [];
        child.stdout.on('data', (chunk) => output.push(chunk));
        child.stderr.on('data', (chunk) => output.push(chunk));
        child.once('error', (error) => settle({ ok: false, output: String(error) }));
        child.once('close', (code) =>
          settle({ ok: code === 0, output: Buffer.concat(output).toString().trim() }),
        );
      }),
  };
}

/** Every promise of docs/rules.md has a test whose name begins with its id, and the other way round. */
async function checkRules() {
  const file = join(projectFolder, 'docs', 'rules.md');
  const complaints = rulesComplaints(existsSync(file) ? readFileSync(file, 'utf8') : '', testFiles());
  return { ok: complaints.length === 0, output: complaints.join('\n') };
}

/** All test files but those of this check, whose samples name rules that nobody promised. */
function testFiles() {
  const folders = ['shared', 'server', 'client', 'tests', 'scripts'];
  return folders
    .flatMap((folder) => filesUnder(join(projectFolder, folder)))
    .filter((path) => /\.test\.tsx?$/.test(path) && !path.includes(join('scripts', 'check')))
    .map((path) => ({ path: relative(projectFolder, path), code: readFileSync(path, 'utf8') }));
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist') return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}
