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

/**
 * Between two measurements, in milliseconds: worse is said within ten seconds, and the phone's radio may rest. One
 * that found something else than what is said is soon followed by the next.
 */
const measureEvery = { usually: 4_000, inDoubt: 1_500 } as const;
/** Between two reports for staff, who look at a class and not at a phone. */
const reportEvery = 8_000;

/** How one's own connection carries the class, measured while the page is in sight. */
export function useQuality(): Quality['level'] {
  const { store } = useRoom();
  const media = useMediaClient();
  const [quality, setQuality] = useState(startQuality);
  useEffect(() => {
    let gone = false;
    let before: ReadonlyMap<string, Packets> = new Map();
    let lastAt = 0;
    let reportedAt = performance.now();
    let last = startQuality;
    let timer: ReturnType<typeof setTimeout>;
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
      if (lastAt > 0 && now - reportedAt >= reportEvery) {
        reportedAt = now;
        media?.report({ roundTrip, loss, kbit });
      }
      lastAt = now;
      last = nextQuality(last, { roundTrip, loss });
      setQuality(last);
    };
    const goOn = (): void => {
      if (gone) return;
      const isInDoubt = last.recent.at(-1) !== undefined && last.recent.at(-1) !== last.level;
      timer = setTimeout(
        () => void measure().finally(goOn),
        isInDoubt ? measureEvery.inDoubt : measureEvery.usually,
      );
    };
    goOn();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [store, media]);
  return quality.level;
}
