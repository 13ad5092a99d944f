import { execFile, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromiumPath } from '../../tests/helpers/chromium.ts';
import { unpackDebianPackage } from './debianPackage.ts';
import { stoppedAtTheEnd } from './product.ts';

const run = promisify(execFile);

/** Of the class's end: the product's own, and the one of its relay. */
export const classAddress = { ipv4: '10.77.0.1', relay: '10.77.0.2', ipv6: 'fd77::1' } as const;
/** Of the member's end; a device that comes to another network gets the second one. */
const memberAddress = { ipv4: '10.77.0.11', second: '10.77.0.12', ipv6: 'fd77::11' } as const;

const ends = { class: 'score-bench-class', member: 'score-bench-member' } as const;
type End = keyof typeof ends;
/** The one interface of each end. */
const wire = 'wire0';

/** What happens to packets on the wire. Both ways, unless it says otherwise. */
export type Weather =
  /** A share of all packets is lost by chance, in percent. */
  | { readonly loss: number }
  /** The wire's rate in kbit/s, with a queue that is full after 300 ms. */
  | { readonly rate: number }
  | { readonly drop: 'udp' | 'everything' }
  /** To the class, nothing but TCP to the page's port, and to 443 of the relay. */
  | { readonly onlyPagesOn: number };

/**
 * Two network namespaces with a wire between them, in which a benchmark has its own weather: the class at one
 * end, a member at the other. What is to be lost is dropped where it arrives, so that no sender notices.
 */
export class BenchNetwork {
  readonly close: () => Promise<void>;
  readonly #folder: string;
  readonly #nft: { readonly program: string; readonly environment: NodeJS.ProcessEnv };

  private constructor(folder: string, nft: { program: string; environment: NodeJS.ProcessEnv }) {
    this.#folder = folder;
    this.#nft = nft;
    this.close = stoppedAtTheEnd(async () => {
      await removeNamespaces();
      await rm(folder, { recursive: true, force: true });
    });
  }

  /** @throws without root, or while another such benchmark runs. */
  static async make(): Promise<BenchNetwork> {
    if (process.getuid?.() !== 0) throw new Error('Only root may make network namespaces.');
    for (const name of Object.values(ends)) {
      const { stdout } = await run('ip', ['netns', 'pids', name]).catch(() => ({ stdout: '' }));
      if (stdout.trim()) throw new Error(`The network namespace ${name} is in use, by ${stdout.trim()}.`);
    }
    // What a benchmark that was killed has left.
    await removeNamespaces();
    const nft = await findNft();
    const network = new BenchNetwork(await mkdtemp(join(tmpdir(), 'score-network-')), nft);
    try {
      for (const name of Object.values(ends)) {
        await run('ip', ['netns', 'add', name]);
        await run('ip', ['-n', name, 'link', 'set', 'lo', 'up']);
      }
      const [a, b] = [ends.class, ends.member];
      await run('ip', ['link', 'add', wire, 'netns', a, 'type', 'veth', 'peer', 'name', wire, 'netns', b]);
      for (const name of Object.values(ends)) await run('ip', ['-n', name, 'link', 'set', wire, 'up']);
      for (const address of Object.values(classAddress)) await changeAddress('class', 'add', address);
      await network.calm();
      return network;
    } catch (error) {
      await network.close();
      throw error;
    }
  }

  /** A command that becomes what it is given, at one end. */
  within(end: End): [string, ...string[]] {
    return ['nsenter', `--net=/run/netns/${ends[end]}`];
  }

  /** A program that starts Chromium at one end. */
  async chromiumAt(end: End): Promise<string> {
    const path = join(this.#folder, `chromium-${end}`);
    await writeFile(path, `#!/bin/sh\nexec ${this.within(end).join(' ')} ${chromiumPath} "$@"\n`);
    await chmod(path, 0o755);
    return path;
  }

  /** Everything as at first: no loss, no limit, the member's first addresses. */
  async calm(): Promise<void> {
    await this.become(null);
    // With the first address of a network the kernel removes those that came after it.
    await changeAddress('member', 'del', memberAddress.second).catch(() => undefined);
    for (const address of [memberAddress.ipv4, memberAddress.ipv6])
      await changeAddress('member', 'replace', address);
  }

  /** In place of what was before; null for none. */
  async become(weather: Weather | null): Promise<void> {
    for (const end of ['class', 'member'] as const) {
      await this.#drop(end, weather === null ? [] : droppedAt(end, weather));
      const queue = ['-n', ends[end], 'qdisc'];
      await run('tc', [...queue, 'del', 'dev', wire, 'root']).catch(() => undefined);
      if (weather && 'rate' in weather) {
        const limits = ['rate', `${weather.rate}kbit`, 'burst', '3000', 'latency', '300ms'];
        await run('tc', [...queue, 'add', 'dev', wire, 'root', 'tbf', ...limits]);
      }
    }
  }

  /** The member's device comes to another network: its address goes, and another comes. */
  async changeMemberAddress(): Promise<void> {
    await changeAddress('member', 'del', memberAddress.ipv4);
    await changeAddress('member', 'add', memberAddress.second);
  }

  /** The member's device has addresses of this kind and no others. */
  async only(kind: 'ipv4' | 'ipv6'): Promise<void> {
    await changeAddress('member', 'del', memberAddress[kind === 'ipv4' ? 'ipv6' : 'ipv4']);
  }

  /** What the member's interface has carried so far, both ways, in bytes, with the headers of every layer. */
  async carried(): Promise<{ down: number; up: number }> {
    const { stdout } = await run('ip', ['-n', ends.member, '-j', '-s', 'link', 'show', wire]);
    const [link] = JSON.parse(stdout) as { stats64: Record<'rx' | 'tx', { bytes: number }> }[];
    if (!link) throw new Error('The wire is gone.');
    return { down: link.stats64.rx.bytes, up: link.stats64.tx.bytes };
  }

  async #drop(end: End, rules: readonly string[]): Promise<void> {
    const table = `table inet score {
      chain arrives {
        type filter hook prerouting priority -300; policy accept;
        ${rules.map((rule) => `iifname "${wire}" ${rule}`).join('\n')}
      }
    }`;
    const [command, ...args] = [...this.within(end), this.#nft.program, '-f', '-'] as [string, ...string[]];
    const child = spawn(command, args, { env: this.#nft.environment, stdio: ['pipe', 'inherit', 'inherit'] });
    // Declared first, or there may be none to delete.
    child.stdin.end(`table inet score\ndelete table inet score\n${table}\n`);
    const code = await new Promise((resolve) => child.once('exit', resolve));
    if (code !== 0) throw new Error(`nft ended with ${code}.`);
  }
}

function droppedAt(end: End, weather: Weather): string[] {
  if ('loss' in weather) return [`numgen random mod 100 < ${weather.loss} drop`];
  if ('drop' in weather) return [weather.drop === 'udp' ? 'meta l4proto udp drop' : 'drop'];
  if (!('onlyPagesOn' in weather) || end === 'member') return [];
  return [
    `ip daddr ${classAddress.ipv4} tcp dport ${weather.onlyPagesOn} accept`,
    `ip daddr ${classAddress.relay} tcp dport 443 accept`,
    'drop',
  ];
}

async function changeAddress(end: End, how: 'add' | 'replace' | 'del', address: string): Promise<void> {
  const isIpv6 = address.includes(':');
  const args = ['-n', ends[end], 'addr', how, `${address}/${isIpv6 ? 64 : 24}`, 'dev', wire];
  await run('ip', [...args, ...(isIpv6 && how !== 'del' ? ['nodad'] : [])]);
}

async function removeNamespaces(): Promise<void> {
  for (const name of Object.values(ends)) await run('ip', ['netns', 'del', name]).catch(() => undefined);
}

/** The machine's own, or Debian's in a folder of the benchmark's. */
async function findNft(): Promise<{ program: string; environment: NodeJS.ProcessEnv }> {
  const isHere = await run('nft', ['--version']).then(
    () => true,
    () => false,
  );
  if (isHere) return { program: 'nft', environment: process.env };
  const { root, environment } = await unpackDebianPackage('nftables', 'usr/sbin/nft');
  return { program: join(root, 'usr/sbin/nft'), environment };
}
