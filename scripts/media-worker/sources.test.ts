import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../setup/places.mjs';
import { joinSources, prepareSources, replaceOnce } from './sources.mjs';

const mediasoup = join(projectFolder, 'node_modules', 'mediasoup');

test('a text that is to be replaced must be there exactly once', () => {
  expect(replaceOnce('a b c', 'b', 'x')).toBe('a x c');
  expect(() => replaceOnce('a c', 'b', 'x')).toThrow('found 0 times');
  expect(() => replaceOnce('b b', 'b', 'x')).toThrow('found 2 times');
});

test("joining takes each of mediasoup's sources once, and leaves the others", () => {
  const build = readFileSync(join(mediasoup, 'worker', 'meson.build'), 'utf8');
  const joined = joinSources(build);
  const before = build.match(/'src\/[^']+\.cpp'/g) ?? [];
  const after = joined.build.match(/'src\/[^']+\.cpp'/g) ?? [];
  const included = Object.values(joined.files).flatMap((text) => text.match(/#include "[^"]+"/g) ?? []);
  expect(included.length).toBeGreaterThan(60);
  expect(after.length - Object.keys(joined.files).length + included.length).toBe(before.length);
  for (const include of included) {
    const source = include.replace('#include "../', 'src/').replace('"', '');
    expect(existsSync(join(mediasoup, 'worker', source))).toBe(true);
  }
});

test('a mediasoup whose sources moved is refused', () => {
  expect(() => joinSources("common_sources = [\n  'src/lib.cpp',\n]")).toThrow(
    'names no source of the group',
  );
});

test("the installed mediasoup's sources take every change", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'score-worker-'));
  try {
    prepareSources(mediasoup, folder);
    const build = readFileSync(join(folder, 'meson.build'), 'utf8');
    expect(build).toContain("cpp_pch: 'pch/worker.hpp'");
    expect(existsSync(join(folder, 'pch', 'worker.hpp'))).toBe(true);
    expect(existsSync(join(folder, 'subprojects', 'libuv.wrap'))).toBe(false);
    expect(existsSync(join(folder, 'subprojects', 'libsrtp3', 'include', 'srtp.h'))).toBe(true);
  } finally {
    await rm(folder, { recursive: true });
  }
});
