/** How one's own connection carries the class. */
export type Level = 'good' | 'weak' | 'bad';

/** What one measurement found; null where there was nothing to measure. */
export type Sample = {
  /** A message there and back, in milliseconds; null when no answer came in time. */
  readonly roundTrip: number | null;
  /** The share of media packets that did not arrive, 0 to 1. */
  readonly loss: number | null;
};

export type Quality = { readonly level: Level; readonly recent: readonly Level[] };

const levels: readonly Level[] = ['good', 'weak', 'bad'];

/**
 * From where on it is weak, and bad. People begin to talk over each other at some 400 ms (ITU-T G.114 with the
 * way back). Opus hides a lost packet in twenty; of one in seven nobody can make words.
 */
const limits = { roundTrip: [400, 1_500], loss: [0.05, 0.15] } as const;

/** Worse is said after two samples that agree, better after three: a signal that flickers is not believed. */
const worseAfter = 2;
const betterAfter = 3;

export const startQuality: Quality = { level: 'good', recent: [] };

/** The quality after one more sample. It changes by what all of the last samples agree on, never by one alone. */
export function nextQuality({ level, recent }: Quality, sample: Sample): Quality {
  const seen = [...recent, levelOf(sample)].slice(-betterAfter);
  const ranks = seen.map((each) => levels.indexOf(each));
  const now = levels.indexOf(level);
  const mildest = ranks.length < worseAfter ? now : Math.min(...ranks.slice(-worseAfter));
  const worst = ranks.length < betterAfter ? now : Math.max(...ranks);
  const next = mildest > now ? mildest : worst < now ? worst : now;
  return { level: levels[next] ?? level, recent: seen };
}

/** What a single sample says: the worse of its two measures. */
export function levelOf({ roundTrip, loss }: Sample): Level {
  const rank = Math.max(
    roundTrip === null ? 2 : rankOf(roundTrip, limits.roundTrip),
    loss === null ? 0 : rankOf(loss, limits.loss),
  );
  return levels[rank] ?? 'bad';
}

const rankOf = (value: number, [weak, bad]: readonly [number, number]): number =>
  value >= bad ? 2 : value >= weak ? 1 : 0;

/** What has arrived of one Consumer since it began. */
export type Packets = { readonly received: number; readonly lost: number; readonly bytes: number };

/** Fewer packets than this say nothing about a share. */
const fewestPackets = 20;

/**
 * The share of packets that were lost between two countings, by Consumer; null when too few were due. What
 * came or went in between doesn't count.
 */
export function lossBetween(
  before: ReadonlyMap<string, Packets>,
  after: ReadonlyMap<string, Packets>,
): number | null {
  let lost = 0;
  let due = 0;
  for (const [id, now] of after) {
    const then = before.get(id);
    if (!then) continue;
    // A packet that came late after all makes the count of the lost go back.
    const more = Math.max(0, now.lost - then.lost);
    lost += more;
    due += more + Math.max(0, now.received - then.received);
  }
  return due < fewestPackets ? null : lost / due;
}

/** The same by Consumer, out of what the browser counts. */
export function packetsOf(stats: ReadonlyMap<string, RTCStatsReport>): ReadonlyMap<string, Packets> {
  const packets = new Map<string, Packets>();
  for (const [consumerId, report] of stats)
    report.forEach((entry: RTCInboundRtpStreamStats) => {
      if (entry.type !== 'inbound-rtp') return;
      const { packetsReceived = 0, packetsLost = 0, bytesReceived = 0, headerBytesReceived = 0 } = entry;
      const bytes = bytesReceived + headerBytesReceived;
      packets.set(consumerId, { received: packetsReceived, lost: packetsLost, bytes });
    });
  return packets;
}

/** What arrived between two countings, in kbit/s; null when there was nothing to arrive. */
export function kbitBetween(
  before: ReadonlyMap<string, Packets>,
  after: ReadonlyMap<string, Packets>,
  milliseconds: number,
): number | null {
  if (after.size === 0 || milliseconds <= 0) return null;
  let bytes = 0;
  for (const [id, now] of after) bytes += Math.max(0, now.bytes - (before.get(id)?.bytes ?? 0));
  return Math.round((bytes * 8) / milliseconds);
}
