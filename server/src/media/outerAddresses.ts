import { BlockList, isIP } from 'node:net';
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

export type OuterAddresses = { readonly ipv4: string | null; readonly ipv6: string | null };

/** RFC 1918, 6598 and 3927, and RFC 4193: addresses that lead nowhere from elsewhere. */
const inside = new BlockList();
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['127.0.0.0', 8],
] as const)
  inside.addSubnet(net, bits, 'ipv4');
inside.addSubnet('fc00::', 7, 'ipv6');
inside.addSubnet('fe80::', 10, 'ipv6');
inside.addAddress('::1', 'ipv6');

/** Whether only this network's own devices can reach an address. A host name is none. */
export function isInside(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && inside.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** The machine's first address of each kind that others may reach; an address of the world goes first. */
export function outerAddresses(all = networkInterfaces()): OuterAddresses {
  const own = Object.values(all)
    .flatMap((list) => list ?? [])
    .filter(({ internal, address }) => !internal && !/^fe80:/i.test(address));
  const first = (family: NetworkInterfaceInfo['family']) => {
    const addresses = own.filter((one) => one.family === family).map(({ address }) => address);
    // A host with both has the inside one for its own network, which reaches the other as well.
    return addresses.find((address) => !isInside(address)) ?? addresses[0] ?? null;
  };
  return { ipv4: first('IPv4'), ipv6: first('IPv6') };
}
