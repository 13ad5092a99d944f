import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cachedWorkerPath, distribution, mediaWorkerPath, workerKey } from './mediaWorkerPath.mjs';

const debian = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nID=debian\n';

test('the distribution is its id and release', () => {
  expect(distribution(debian)).toBe('debian12');
  expect(distribution('ID="rocky"\nVERSION_ID="9.4"\n')).toBe('rocky9.4');
  expect(distribution('')).toBe('');
});

test("a worker's place depends on mediasoup's version, the platform and the release", () => {
  const machine = { version: '3.27.1', platform: 'linux', arch: 'x64', osRelease: debian };
  const keys = [
    machine,
    { ...machine, version: '3.27.2' },
    { ...machine, arch: 'arm64' },
    { ...machine, platform: 'darwin', osRelease: '' },
    { ...machine, osRelease: debian.replaceAll('12', '13') },
  ].map(workerKey);
  expect(keys[0]).toMatch(/^mediasoup-3\.27\.1-linux-x64-debian12-build\d+$/);
  expect(new Set(keys).size).toBe(keys.length);
});

test('MEDIASOUP_WORKER_BIN wins; an empty cache has no worker', async () => {
  const home = await mkdtemp(join(tmpdir(), 'score-home-'));
  try {
    expect(mediaWorkerPath({ HOME: home, MEDIASOUP_WORKER_BIN: '/opt/worker' })).toBe('/opt/worker');
    expect(mediaWorkerPath({ HOME: home })).toBeUndefined();
    expect(cachedWorkerPath({ HOME: home }).startsWith(join(home, '.cache', 'score-classroom'))).toBe(true);
    expect(cachedWorkerPath({ HOME: home, XDG_CACHE_HOME: '/other' }).startsWith('/other/')).toBe(true);
  } finally {
    await rm(home, { recursive: true });
  }
});
