/** What brings a video to where it should be. */
export type Step =
  | { readonly do: 'play'; readonly rate: number }
  /** It is ahead: it stands still for so many seconds. */
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'jump' };

/** In seconds. Nobody hears a rate that is changed by a twentieth, and nobody sees less than this off. */
const unseen = 0.08;
/** A video that is being brought back goes on until it is this near, or it would stay at the edge of what is seen. */
const exact = 0.02;
/** The promise: from here on it is brought back at once. */
export const far = 0.25;
/** What isn't loaded yet costs a wait on a weak network, so that a little lag is caught up by playing faster. */
const farUnloaded = 1;
/** Further ahead, standing still would be noticed as a fault. */
const longestWait = 5;
const mostRate = 0.05;

/**
 * @param ahead how far the video is ahead of where it should be, in seconds; negative behind.
 * @param isLoaded whether the place where it should be is there already.
 * @param isCorrecting whether it plays faster or slower at the moment.
 */
export function stepFor(ahead: number, isLoaded: boolean, isCorrecting: boolean): Step {
  const off = Math.abs(ahead);
  if (off < (isCorrecting ? exact : unseen)) return { do: 'play', rate: 1 };
  if (ahead >= far) return ahead <= longestWait ? { do: 'wait', seconds: ahead } : { do: 'jump' };
  if (ahead <= -(isLoaded ? far : farUnloaded)) return { do: 'jump' };
  return { do: 'play', rate: 1 - Math.max(-mostRate, Math.min(mostRate, ahead)) };
}
