import type { MediaMode } from '#shared/media.ts';

/** What one look at the network saw. */
export type NetworkSample = {
  /** The share of voice packets that were lost, 0 to 1; null when none were due. */
  readonly loss: number | null;
  /** Whether the network had no room for a picture that is shown. */
  readonly starved: boolean;
};

/** How the network chooses a mode. Counts are of looks, one every {@link lookEvery} ms. */
export type ModeSteps = {
  readonly mode: MediaMode;
  readonly bad: number;
  readonly good: number;
  /** As many good looks in a row bring a step up. */
  readonly patience: number;
  /** Looks since the last step up; null before the first. */
  readonly sinceUp: number | null;
};

export const lookEvery = 2_000;
/** Three bad looks are no accident. */
const badInARow = 3;
/** Opus repairs one lost packet in twenty by itself; from here on words go missing. */
const badLoss = 0.08;
const goodLoss = 0.02;
/** A minute; a step up that did not last a minute doubles it, up to ten. */
const patience = { first: 30, longest: 300, proven: 30 };

const modes: readonly MediaMode[] = ['audio', 'light', 'full'];

export const beginSteps: ModeSteps = {
  mode: 'full',
  bad: 0,
  good: 0,
  patience: patience.first,
  sinceUp: null,
};

/** Down after six bad seconds, up after a good minute: pure, one look further. */
export function step(steps: ModeSteps, { loss, starved }: NetworkSample): ModeSteps {
  const isBad = starved || (loss !== null && loss > badLoss);
  const isGood = !starved && (loss === null || loss < goodLoss);
  const next: ModeSteps = {
    ...steps,
    bad: isBad ? steps.bad + 1 : 0,
    good: isGood ? steps.good + 1 : 0,
    sinceUp: steps.sinceUp === null ? null : steps.sinceUp + 1,
  };
  const at = modes.indexOf(steps.mode);
  const [lower, higher] = [modes[at - 1], modes[at + 1]];
  if (next.bad >= badInARow && lower) {
    const wasTooEarly = next.sinceUp !== null && next.sinceUp < patience.proven;
    const longer = wasTooEarly ? Math.min(steps.patience * 2, patience.longest) : patience.first;
    return { ...next, mode: lower, bad: 0, good: 0, patience: longer, sinceUp: null };
  }
  if (next.good >= steps.patience && higher) return { ...next, mode: higher, bad: 0, good: 0, sinceUp: 0 };
  return next;
}
