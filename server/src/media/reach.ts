import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';
import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { isInside, type OuterAddresses, outerAddresses } from './outerAddresses.ts';
import type { Announced, MediaConfig } from './settings.ts';

/** A name or a connection that takes longer is of no use to a class, in milliseconds. */
const patience = 2_000;

/** What decides whether people's devices find the media. */
export type ReachFacts = {
  readonly outer: OuterAddresses;
  readonly announced: Announced;
  readonly firstPort: number;
  readonly workers: number;
  /** The host that links name; null when they name this machine itself. */
  readonly publicHost: string | null;
  /** What that name leads to, as far as this machine can tell. */
  readonly publicAddresses: readonly string[];
  /** Announced addresses that gave no connection from here. */
  readonly silent: readonly string[];
};

/** What a client outside will see, in sentences for whoever starts the server: the first one always, warnings after it. */
export function reachSentences(facts: ReachFacts): string[] {
  const told = [
    facts.announced.ipv4 ?? facts.outer.ipv4,
    facts.outer.ipv6 && (facts.announced.ipv6 ?? facts.outer.ipv6),
  ].flatMap((address) => address ?? []);
  if (told.length === 0)
    return ['Media: this machine has no network address, so only browsers on it hear and see others.'];
  const { firstPort, workers, publicHost, publicAddresses } = facts;
  const last = firstPort + workers - 1;
  const ports =
    firstPort === 0 ? 'any free ports' : `port${workers > 1 ? `s ${firstPort} to ${last}` : ` ${firstPort}`}`;
  const sentences = [`Media: browsers are told ${told.join(' and ')}, ${ports}, UDP and TCP.`];

  const isForOutside = publicAddresses.some((address) => !isInside(address));
  if (publicHost && isForOutside && told.every(isInside))
    sentences.push(
      `Warning: ${publicHost} is reached from anywhere, ${told.join(' and ')} from this network only. People elsewhere see slides and hear nothing. Set ANNOUNCED_ADDRESS to the address that they reach this machine at (docs/operations.md).`,
    );
  const elsewhere = told.filter((address) => !isInside(address) && !publicAddresses.includes(address));
  if (publicHost && isForOutside && elsewhere.length === told.length)
    sentences.push(
      `Note: ${publicHost} leads to ${publicAddresses.join(' and ')}, media to ${told.join(' and ')}. That is right when a proxy stands in front, and a mistake otherwise.`,
    );
  if (facts.announced.ipv6 && !facts.outer.ipv6)
    sentences.push(
      `Warning: this machine has no IPv6 address, so ${facts.announced.ipv6} in ANNOUNCED_ADDRESS is not used.`,
    );
  for (const address of facts.silent)
    sentences.push(
      `Note: ${address} gives no connection to the media ports from here. Some routers lead nothing back inside; try the class from a phone outside before people come.`,
    );
  return sentences;
}

/**
 * Looks at this machine's network as far as it can be seen from inside.
 *
 * @param publicUrl what links begin with, when it is set.
 */
export async function lookAtReach(config: MediaConfig, publicUrl: string | null): Promise<string[]> {
  const { announced, firstPort } = config;
  const publicHost = publicUrl ? new URL(publicUrl).hostname.replace(/^\[|\]$/g, '') : null;
  const given = [announced.ipv4, announced.ipv6].flatMap((address) => address ?? []);
  const [publicAddresses, answers] = await Promise.all([
    publicHost ? addressesOf(publicHost) : [],
    Promise.all(given.map((address) => firstPort === 0 || gives(address, firstPort))),
  ]);
  return reachSentences({
    outer: outerAddresses(),
    announced,
    firstPort,
    workers: config.workers ?? availableParallelism(),
    publicHost,
    publicAddresses,
    silent: given.filter((_, i) => !answers[i]),
  });
}

/** None when the name leads nowhere, or nobody answers in time. */
async function addressesOf(host: string): Promise<string[]> {
  const found = lookup(host, { all: true }).then(
    (all) => all.map(({ address }) => address),
    () => [],
  );
  return Promise.race([found, pause(patience, [], { ref: false })]);
}

function gives(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: patience });
    const answer = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('timeout', () => answer(false));
  });
}
