import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackDebianPackage } from './debianPackage.ts';
import { untilListening } from './untilListening.ts';

/** Ports of the peer's own, which nothing else on a machine that measures uses. */
export const janusPorts = { api: 18_188, voice: 18_200, picture: 18_202 } as const;
/** The one stream that it sends to whoever watches. */
export const janusStream = 1;

export type Janus = { readonly pid: number; readonly version: string; stop(): Promise<void> };

/** Debian's Janus in a folder of the benchmark's own, fetched on a machine's first run. */
export const fetchJanus = () => unpackDebianPackage('janus', 'usr/bin/janus');

/**
 * Debian's Janus with its streaming plugin, as it comes: what it is sent by RTP, it sends to all who
 * watch. Its packages are unpacked into a folder of the benchmark's own; nothing is installed.
 *
 * @throws when Debian's packages can't be reached, or it doesn't start.
 */
export async function startJanus(): Promise<Janus> {
  const { root, version, libraries, environment } = await fetchJanus();
  const folder = await mkdtemp(join(tmpdir(), 'score-janus-'));
  for (const [kind, name] of [
    ['plugins', 'libjanus_streaming.so'],
    ['transports', 'libjanus_websockets.so'],
  ] as const) {
    await mkdir(join(folder, kind));
    // Only these: the others want files and ports of their own.
    await symlink(join(libraries, 'janus', kind, name), join(folder, kind, name));
  }
  const { api, voice, picture } = janusPorts;
  await writeFile(
    join(folder, 'janus.jcfg'),
    `general: { debug_level = 2 plugins_folder = "${folder}/plugins" transports_folder = "${folder}/transports" }`,
  );
  await writeFile(
    join(folder, 'janus.transport.websockets.jcfg'),
    `general: { ws = true ws_ip = "127.0.0.1" ws_port = ${api} }`,
  );
  await writeFile(
    join(folder, 'janus.plugin.streaming.jcfg'),
    `class: { type = "rtp" id = ${janusStream}
      audio = true audioport = ${voice} audiopt = 111 audiocodec = "opus" audioiface = "lo"
      video = true videoport = ${picture} videopt = 96 videocodec = "vp8" videoiface = "lo" }`,
  );
  const child = spawn(join(root, 'usr/bin/janus'), ['-F', folder, '--disable-colors'], {
    env: environment,
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await Promise.race([
      untilListening(api),
      ended.then(() => Promise.reject(new Error('Janus ended at once.'))),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { pid: child.pid ?? 0, version, stop };
}
