import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unpackDebianPackage } from './debianPackage.ts';
import { stoppedAtTheEnd } from './product.ts';

const run = promisify(execFile);

export type Relay = { readonly environment: Record<string, string>; stop(): Promise<void> };

const secret = 'of this benchmark only, and of no other';

/**
 * Debian's coturn at an address of its own, with the settings of docs/operations.md, and a certificate made
 * for it. Its package is unpacked into a folder of the benchmark's own; nothing is installed.
 *
 * @param options.within a command that enters the network where it is to run.
 */
export async function startRelay(options: {
  address: string;
  mediaAddress: string;
  within: readonly string[];
}): Promise<Relay> {
  const { address, mediaAddress, within } = options;
  const { root, environment } = await unpackDebianPackage('coturn', 'usr/bin/turnserver');
  const folder = await mkdtemp(join(tmpdir(), 'score-relay-'));
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const subject = ['-subj', '/CN=turn', '-addext', `subjectAltName=IP:${address}`, '-days', '2'];
  const files = ['-keyout', key, '-out', cert];
  await run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...files, ...subject]);
  await writeFile(
    join(folder, 'turnserver.conf'),
    `listening-ip=${address}
tls-listening-port=443
no-udp
no-tcp
no-dtls
use-auth-secret
static-auth-secret=${secret}
realm=turn.example.org
cert=${cert}
pkey=${key}
denied-peer-ip=0.0.0.0-255.255.255.255
denied-peer-ip=::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
allowed-peer-ip=${mediaAddress}
no-cli
log-file=${join(folder, 'log')}
simple-log
pidfile=${join(folder, 'pid')}
`,
  );
  const program = join(root, 'usr/bin/turnserver');
  const [command = program, ...args] = [...within, program, '-c', join(folder, 'turnserver.conf')];
  const child = spawn(command, args, { cwd: folder, env: environment, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const stop = stoppedAtTheEnd(async () => {
    child.kill('SIGKILL');
    await ended;
    await rm(folder, { recursive: true, force: true });
  });
  return {
    environment: { TURN_URLS: `turns:${address}:443?transport=tcp`, TURN_SECRET: secret },
    stop,
  };
}
