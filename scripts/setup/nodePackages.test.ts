import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { knownInstallScripts } from './installScripts.mjs';
import { nodeSuffices, withNode24, withoutNpm } from './node24.mjs';
import { installedAsLocked } from './nodePackages.mjs';
import { projectFolder } from './places.mjs';

type LockedPackage = {
  hasInstallScript?: boolean;
  integrity?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
};

const lock = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, LockedPackage>;
};

const locked = {
  '': { version: '1.0.0' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/b-darwin': { version: '2.0.0', integrity: 'sha512-b', optional: true },
};

test('what is installed as locked is not installed again', () => {
  expect(installedAsLocked(locked, { 'node_modules/a': locked['node_modules/a'] })).toBe(true);
});

test('another version, a missing package and one too many are each a reason to install', () => {
  expect(installedAsLocked(locked, {})).toBe(false);
  expect(installedAsLocked(locked, { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } })).toBe(
    false,
  );
  expect(installedAsLocked(locked, { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } })).toBe(
    false,
  );
  const more = { 'node_modules/a': locked['node_modules/a'], 'node_modules/c': { version: '1.0.0' } };
  expect(installedAsLocked(locked, more)).toBe(false);
});

test('every package with an install script has been looked at', () => {
  const scripted = Object.entries(lock.packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^node_modules\//, ''));
  const known = (name: string) =>
    name in knownInstallScripts || (name.split('/')[0] ?? '') in knownInstallScripts;
  expect(scripted.filter((name) => !known(name))).toEqual([]);
  expect(scripted).toContain('mediasoup');
});

test('the lock file names the optional packages of every platform, or npm ci refuses it', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in lock.packages || `${path}/node_modules/${name}` in lock.packages),
    ),
  );
  expect(missing).toEqual([]);
});

test('the lock file holds a hash of every package, and no address', () => {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  expect(packages.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
  expect(packages.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
});

test('Node suffices from the version on that runs TypeScript by itself', () => {
  expect(['24.21.0', '22.18.0', '23.6.0', '25.0.0'].every(nodeSuffices)).toBe(true);
  expect(['20.20.2', '22.17.1', '23.5.0', '18.0.0'].some(nodeSuffices)).toBe(false);
});

test('an inner npm does not take the outer project for its own, and keeps what a person set', () => {
  const env = {
    npm_config_local_prefix: '/outer',
    npm_package_json: '/outer/package.json',
    npm_lifecycle_event: 'start',
    npm_config_registry: 'https://registry.example',
    PATH: '/usr/bin',
  };
  expect(withoutNpm(env)).toEqual({ npm_config_registry: 'https://registry.example', PATH: '/usr/bin' });
});

test('a Node that suffices leaves PATH as it is', () => {
  expect(withNode24({ PATH: '/usr/bin' }).PATH).toBe('/usr/bin');
});
