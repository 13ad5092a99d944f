import { expect, test } from 'vitest';
import { installCommand, missingPackages } from './debianPackages.mjs';

const status = [
  'Package: chromium\nStatus: install ok installed\nPriority: optional\nDescription: a browser\n Package: fonts-noto-cjk',
  'Package: fonts-liberation\nStatus: deinstall ok config-files\nVersion: 1',
  'Package: libuv1\nStatus: hold ok installed\nVersion: 1.44',
  'Package: meson\nStatus: install ok unpacked\nVersion: 1.0.1',
].join('\n\n');

test('a package is missing unless it is fully installed', () => {
  const names = ['chromium', 'fonts-noto-cjk', 'fonts-liberation', 'libuv1', 'meson'];
  expect(missingPackages(names, status)).toEqual(['fonts-noto-cjk', 'fonts-liberation', 'meson']);
});

test('a name that begins with another is not that other', () => {
  expect(missingPackages(['chrom'], status)).toEqual(['chrom']);
});

test('the command is one that a person can paste', () => {
  expect(installCommand(['a', 'b'])).toBe(
    'sudo apt-get update && sudo apt-get install --no-install-recommends a b',
  );
});
