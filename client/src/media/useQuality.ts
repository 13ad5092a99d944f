import { useEffect, useState } from 'react';
import { useRoom } from '../room/roomHooks.ts';
import {
  kbitBetween,
  lossBetween,
  nextQuality,
  type Packets,
  packetsOf,
  type Quality,
  startQuality,
} from './quality.ts';
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
    let lastAt = 0;
    let isTold = false;
    const measure = async (): Promise<void> => {
      // A page out of sight is slowed by the browser, not by the network.
      if (document.visibilityState !== 'visible' || store.connection.at !== 'live') return;
      const [roundTrip, stats] = await Promise.all([store.roundTrip(), media?.stats()]);
      const after = packetsOf(stats ?? new Map());
      const now = performance.now();
      // An answer that is missing because the connection broke is told as such.
      if (gone || store.connection.at !== 'live') return;
      const loss = lossBetween(before, after);
      const kbit = kbitBetween(before, after, now - lastAt);
      before = after;
      // Every other time is enough for staff, who look at a class and not at a phone.
      isTold = !isTold;
      if (isTold && lastAt > 0) media?.report({ roundTrip, loss, kbit });
      lastAt = now;
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
