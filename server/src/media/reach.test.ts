import { expect, test } from 'vitest';
import { isInside, outerAddresses } from './outerAddresses.ts';
import { lookAtReach, type ReachFacts, reachSentences } from './reach.ts';
import { listenInfos } from './settings.ts';

const facts = (change: Partial<ReachFacts>): ReachFacts => ({
  outer: { ipv4: '203.0.113.7', ipv6: null },
  announced: { ipv4: null, ipv6: null },
  firstPort: 40_000,
  workers: 2,
  publicHost: null,
  publicAddresses: [],
  silent: [],
  ...change,
});
const inside = { ipv4: '192.168.1.5', ipv6: null };

test('[REACH1] the start says where browsers are told to find the media', () => {
  expect(reachSentences(facts({}))).toEqual([
    'Media: browsers are told 203.0.113.7, ports 40000 to 40001, UDP and TCP.',
  ]);
  const both = { outer: { ipv4: '203.0.113.7', ipv6: '2001:db8::7' }, workers: 1 };
  expect(reachSentences(facts(both))).toEqual([
    'Media: browsers are told 203.0.113.7 and 2001:db8::7, port 40000, UDP and TCP.',
  ]);
  expect(reachSentences(facts({ outer: { ipv4: null, ipv6: null } }))[0]).toContain('no network address');
});

test('[REACH1] links for the world with media for one network are warned of, and an announced address mends it', () => {
  const far = { outer: inside, publicHost: 'class.example.org', publicAddresses: ['203.0.113.7'] };
  expect(reachSentences(facts(far))[1]).toMatch(/^Warning: class\.example\.org .* Set ANNOUNCED_ADDRESS/);
  const mended = { ...far, announced: { ipv4: '203.0.113.7', ipv6: null } };
  expect(reachSentences(facts(mended))).toEqual([
    'Media: browsers are told 203.0.113.7, ports 40000 to 40001, UDP and TCP.',
  ]);
});

test('[REACH1] links and media that lead to one network, or to two places, are told apart', () => {
  const near = { outer: inside, publicHost: 'class.factory.lan', publicAddresses: ['192.168.1.5'] };
  expect(reachSentences(facts(near))).toHaveLength(1);
  const apart = { publicHost: 'class.example.org', publicAddresses: ['198.51.100.1'] };
  expect(reachSentences(facts(apart))[1]).toMatch(/^Note: class\.example\.org leads to 198\.51\.100\.1/);
});

test('[REACH1] an announced address that nothing can be made of is said', async () => {
  const six = { announced: { ipv4: null, ipv6: '2001:db8::7' } };
  expect(reachSentences(facts(six))[1]).toContain('no IPv6 address');
  // Nothing listens at this address of the documentation's, RFC 5737.
  const config = { announced: { ipv4: '192.0.2.254', ipv6: null }, firstPort: 9, workers: 1 };
  const sentences = await lookAtReach(
    { ...config, turn: null, workerBin: null, qualitiesEvery: 5_000 },
    'http://localhost:3000',
  );
  expect(sentences.at(-1)).toMatch(/^Note: 192\.0\.2\.254 gives no connection/);
});

test('addresses of one network are told from those of the world', () => {
  for (const address of ['10.1.2.3', '172.31.0.1', '192.168.0.9', '100.64.1.1', 'fd00::2', 'fe80::1', '::1'])
    expect(isInside(address), address).toBe(true);
  for (const address of ['8.8.8.8', '172.32.0.1', '2001:db8::1', 'class.example.org'])
    expect(isInside(address), address).toBe(false);
});

test('the machine’s own addresses: of the world before inside, and never the link’s alone', () => {
  const one = (address: string, family: 'IPv4' | 'IPv6', internal = false) =>
    ({ address, family, internal, netmask: '', mac: '', cidr: null, scopeid: 0 }) as never;
  const all = {
    lo: [one('127.0.0.1', 'IPv4', true), one('::1', 'IPv6', true)],
    eth0: [one('10.0.0.2', 'IPv4'), one('fe80::2', 'IPv6'), one('fd00::2', 'IPv6')],
    eth1: [one('203.0.113.7', 'IPv4'), one('2001:db8::7', 'IPv6')],
  };
  expect(outerAddresses(all)).toEqual({ ipv4: '203.0.113.7', ipv6: '2001:db8::7' });
  expect(outerAddresses({ eth0: all.eth0 })).toEqual({ ipv4: '10.0.0.2', ipv6: 'fd00::2' });
  expect(outerAddresses({ lo: all.lo })).toEqual({ ipv4: null, ipv6: null });
});

test('each worker listens at both kinds of address and at home, over UDP and TCP', () => {
  const infos = listenInfos({ announced: { ipv4: 'class.example.org', ipv6: null }, firstPort: 40_000 }, 1, {
    ipv4: '10.0.0.2',
    ipv6: '2001:db8::7',
  });
  const tcpAndUdp = (one: object) => [
    { protocol: 'udp', ...one, port: 40_001 },
    { protocol: 'tcp', ...one, port: 40_001 },
  ];
  expect(infos).toEqual([
    ...tcpAndUdp({ ip: '10.0.0.2', announcedAddress: 'class.example.org' }),
    ...tcpAndUdp({ ip: '2001:db8::7' }),
    ...tcpAndUdp({ ip: '127.0.0.1' }),
  ]);
});
