import { useEffect, useState } from 'react';
import { useRoom } from '../room/roomHooks.ts';
import type { MediaClient } from './MediaClient.ts';
import { lossBetween, nextQuality, type Packets, type Quality, startQuality } from './quality.ts';
import { useMediaClient } from './useMedia.ts';

/** Between two measurements, in milliseconds: worse is said within ten seconds, and the phone's radio may rest. */
const measureEvery = 4_000;

/** How one's own connection carries the class, measured while the page is in sight. */
export function useQuality(): Quality['level'] {
  const { store } = useRoom();
  const media = useMediaClient();
  const [quality, setQuality] = useState(startQuality);
  useEffect(() => {
    let gone = false;
    let before: ReadonlyMap<string, Packets> = new Map();
    const measure = async (): Promise<void> => {
      // A page out of sight is slowed by the browser, not by the network.
      if (document.visibilityState !== 'visible' || store.connection.at !== 'live') return;
      const [roundTrip, after] = await Promise.all([store.roundTrip(), packetsOf(media)]);
      // An answer that is missing because the connection broke is told as such.
      if (gone || store.connection.at !== 'live') return;
      const loss = lossBetween(before, after);
      before = after;
      setQuality((last) => nextQuality(last, { roundTrip, loss }));
    };
    const timer = setInterval(() => void measure(), measureEvery);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [store, media]);
  return quality.level;
}

/** What has arrived of each Consumer so far. */
async function packetsOf(media: MediaClient | null): Promise<ReadonlyMap<string, Packets>> {
  const packets = new Map<string, Packets>();
  for (const [consumerId, report] of (await media?.stats()) ?? [])
    report.forEach((entry: { type: string; packetsReceived?: number; packetsLost?: number }) => {
      if (entry.type !== 'inbound-rtp') return;
      packets.set(consumerId, { received: entry.packetsReceived ?? 0, lost: entry.packetsLost ?? 0 });
    });
  return packets;
}
