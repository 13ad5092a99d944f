import type { RouterRtpCodecCapability, TransportListenInfo } from 'mediasoup/types';
import { type OuterAddresses, outerAddresses } from './outerAddresses.ts';
import type { Turn } from './turn.ts';

/** Addresses that others reach this machine at; null: the one that it has itself. `ipv4` may be a host name. */
export type Announced = { readonly ipv4: string | null; readonly ipv6: string | null };

export type MediaConfig = {
  /** How clients reach this machine from outside. */
  readonly announced: Announced;
  /** The relay for networks that let nothing else through; null: there is none. */
  readonly turn: Turn | null;
  /** The first worker's port, UDP and TCP; each further one takes the next. 0: any free ones. */
  readonly firstPort: number;
  /** Null: one per core. */
  readonly workers: number | null;
  /** mediasoup's worker program; null: where mediasoup itself looks for it. */
  readonly workerBin: string | null;
  /** How often staff are told how the class arrives at people's devices, at most, in milliseconds. */
  readonly qualitiesEvery: number;
};

/**
 * What Routers carry, in order of preference. VP8 comes first: every browser has it, its simulcast is
 * the one that browsers do best, and phones decode it cheaply enough. H.264 is for devices without VP8.
 */
export const mediaCodecs: RouterRtpCodecCapability[] = [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90_000,
    // Constrained baseline, level 3.1: what every hardware decoder takes.
    parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
  },
];

export const sendingLimits = {
  /** A key frame that many newcomers ask for is asked of the sender this often, in milliseconds. */
  keyFrameRequestDelay: 250,
  /** A camera's three layers and a screen, with room to spare, in bits per second. */
  maxIncomingBitrate: 4_000_000,
};

/** What the first seconds assume of a network, in bits per second, until it has been measured. */
export const initialAvailableOutgoingBitrate = 1_000_000;

/**
 * Where one worker listens. Beside the outer addresses it listens on 127.0.0.1, so that a browser on this
 * machine finds it even when the outer ones can't be reached from inside.
 */
export function listenInfos(
  { announced, firstPort }: Pick<MediaConfig, 'announced' | 'firstPort'>,
  workerIndex: number,
  outer: OuterAddresses = outerAddresses(),
): TransportListenInfo[] {
  const addresses = [
    { ip: outer.ipv4, announcedAddress: announced.ipv4 },
    { ip: outer.ipv6, announcedAddress: announced.ipv6 },
    { ip: '127.0.0.1', announcedAddress: outer.ipv4 ? null : announced.ipv4 },
  ].flatMap(({ ip, announcedAddress }) =>
    ip ? [{ ip, ...(announcedAddress ? { announcedAddress } : {}) }] : [],
  );
  const port = firstPort === 0 ? {} : { port: firstPort + workerIndex };
  return addresses.flatMap((address) =>
    (['udp', 'tcp'] as const).map((protocol) => ({ protocol, ...address, ...port })),
  );
}
