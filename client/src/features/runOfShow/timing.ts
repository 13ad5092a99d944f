import type { ServerTime } from '#shared/basics.ts';
import type { SegmentView } from '#shared/features/runOfShow.ts';

const minute = 60_000;

/** How long a Segment has been going, and how far past its plan. */
type SegmentTime = {
  readonly elapsedSeconds: number;
  /** From 0 to 1; 1 also when its time is over. */
  readonly share: number;
  /** Whole minutes beyond the plan, rounded up: 1 from its first second on. */
  readonly minutesOver: number;
};

export function segmentTime(plannedMinutes: number, since: ServerTime, now: ServerTime): SegmentTime {
  const elapsed = Math.max(0, now - since);
  const over = elapsed - plannedMinutes * minute;
  return {
    elapsedSeconds: Math.floor(elapsed / 1000),
    share: Math.min(1, elapsed / (plannedMinutes * minute)),
    minutesOver: over < 1000 ? 0 : Math.ceil(over / minute),
  };
}

type Plan = {
  readonly segments: readonly SegmentView[];
  readonly current: string | null;
  readonly currentSince: ServerTime | null;
};

/**
 * By how many whole minutes the class will end later than planned if all that comes keeps its length;
 * negative when earlier, null before the first Segment.
 */
export function minutesLate(
  { segments, current, currentSince }: Plan,
  startedAt: ServerTime | null,
  now: ServerTime,
): number | null {
  const index = segments.findIndex(({ id }) => id === current);
  const segment = segments[index];
  if (!segment || currentSince === null || startedAt === null) return null;
  const before = segments.slice(0, index).reduce((sum, { minutes }) => sum + minutes, 0);
  const beganLate = currentSince - startedAt - before * minute;
  const over = Math.max(0, now - currentSince - segment.minutes * minute);
  return Math.round((beganLate + over) / minute);
}
