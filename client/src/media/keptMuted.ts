/** A short interruption ends by itself, in milliseconds. */
const patience = 3_000;

/**
 * Tells once the system has kept a track silent or dark for a while that the person looks at the page: after a
 * phone call, or another app's, some systems give the device back only to those who ask anew.
 */
export function whenKeptMuted(track: MediaStreamTrack, told: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isKept = () => track.muted && document.visibilityState === 'visible';
  const look = (): void => {
    clearTimeout(timer);
    // A track that was stopped says nothing of it.
    if (track.readyState === 'ended') document.removeEventListener('visibilitychange', look);
    else if (isKept()) timer = setTimeout(() => track.readyState === 'live' && isKept() && told(), patience);
  };
  for (const change of ['mute', 'unmute', 'ended']) track.addEventListener(change, look);
  document.addEventListener('visibilitychange', look);
}
