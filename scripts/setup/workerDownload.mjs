import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, projectFolder } from './places.mjs';
import { runTool } from './runTool.mjs';
import { workerStarts } from './workerStarts.mjs';

/**
 * How long the network may take, in milliseconds, from the look-up of the name to the last byte: where
 * GitHub is blocked, packets vanish and nothing ever says no.
 */
const networkPatience = 5_000;

/**
 * The name that mediasoup gives a prebuilt worker, as in its npm-scripts.mjs.
 *
 * @param {{ version: string, platform: string, arch: string, kernel: string }} machine
 */
export function prebuiltName({ version, platform, arch, kernel }) {
  const suffix = platform === 'linux' ? `-kernel${kernel.split('.')[0]}` : '';
  return `mediasoup-worker-${version}-${platform}-${arch}${suffix}.tgz`;
}

/** Where mediasoup's release of the installed version keeps this machine's prebuilt worker. */
export function prebuiltAddress(env = process.env) {
  const manifest = readFileSync(join(projectFolder, 'node_modules', 'mediasoup', 'package.json'), 'utf8');
  const { version, repository } = JSON.parse(manifest);
  const releases = String(repository.url)
    .replace(/^git\+/, '')
    .replace(/\.git$/, '');
  const base = env.MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL || `${releases}/releases/download`;
  const { platform, arch } = process;
  return `${base}/${version}/${prebuiltName({ version, platform, arch, kernel: release() })}`;
}

/**
 * Fetches a prebuilt worker into a folder.
 *
 * @param {string} address
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 * @param {number} [patience] Milliseconds for all of the network's part.
 * @returns {Promise<{ path: string } | { no: string }>} The worker, or why there is none.
 */
export async function downloadWorker(address, folder, env, patience = networkPatience) {
  const archive = join(folder, 'mediasoup-worker.tgz');
  try {
    const signal = AbortSignal.timeout(patience);
    const answer = await fetch(address, { signal });
    if (!answer.ok) return { no: `the server answered ${answer.status}` };
    mkdirSync(folder, { recursive: true });
    writeFileSync(archive, Buffer.from(await answer.arrayBuffer()));
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError')
      return { no: `no answer within ${patience / 1000} s` };
    return { no: `the network said: ${reason(error)}` };
  }
  try {
    await runTool('tar', ['-xzf', archive, '-C', folder, 'mediasoup-worker'], {
      log: join(cacheFolder(env), 'logs', 'media-worker.log'),
      failed: 'The prebuilt worker could not be unpacked.',
      next: 'It is built instead.',
    });
  } catch (error) {
    return { no: reason(error) };
  }
  rmSync(archive);
  const path = join(folder, 'mediasoup-worker');
  return (await workerStarts(path)) ? { path } : { no: 'it does not run on this system' };
}

/** @param {unknown} error */
function reason(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
