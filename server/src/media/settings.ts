import { networkInterfaces } from 'node:os';
import type { RouterRtpCodecCapability, TransportListenInfo } from 'mediasoup/types';

export type MediaConfig = {
  /** How clients reach this machine from outside; null: the address that it has itself. */
  readonly announcedAddress: string | null;
  /** The first worker's port, UDP and TCP; each further one takes the next. 0: any free ones. */
  readonly firstPort: number;
  /** Null: one per core. */
  readonly workers: number | null;
  /** mediasoup's worker program; null: where mediasoup itself looks for it. */
  readonly workerBin: string | null;
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
 * Where one worker listens. Beside the outer address it listens on 127.0.0.1, so that a browser on this
 * machine finds it even when the outer one can't be reached from inside.
 */
export function listenInfos(config: MediaConfig, workerIndex: number): TransportListenInfo[] {
  const outer = outerAddress();
  const addresses: { ip: string; announcedAddress?: string }[] = [];
  if (outer) addresses.push({ ip: outer, ...announced(config) });
  addresses.push({ ip: '127.0.0.1', ...(outer ? {} : announced(config)) });
  const port = config.firstPort === 0 ? {} : { port: config.firstPort + workerIndex };
  return addresses.flatMap((address) =>
    (['udp', 'tcp'] as const).map((protocol) => ({ protocol, ...address, ...port })),
  );
}

const announced = ({ announcedAddress }: MediaConfig) => (announcedAddress ? { announcedAddress } : {});

/** The machine's first IPv4 address that others may reach; null without a network. */
function outerAddress(): string | null {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null;
}
