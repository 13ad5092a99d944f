/** A short interruption ends by itself, in milliseconds. */
const patience = 3_000;

/**
 * Tells once the system has kept a track silent or dark for a while that the person looks at the page: after a
 * phone call, or another app's, some systems give the device back only to those who ask anew.
 * @param told `neverOpen`: it has been so since the track began, as where a key or a switch has muted the device;
 * to ask anew brings no more.
 */
export function whenKeptMuted(track: MediaStreamTrack, told: (neverOpen: boolean) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let neverOpen = track.muted;
  const isKept = () => track.muted && document.visibilityState === 'visible';
  const look = (): void => {
    clearTimeout(timer);
    neverOpen &&= track.muted;
    // A track that was stopped says nothing of it.
    if (track.readyState === 'ended') document.removeEventListener('visibilitychange', look);
    else if (isKept())
      timer = setTimeout(() => track.readyState === 'live' && isKept() && told(neverOpen), patience);
  };
  for (const change of ['mute', 'unmute', 'ended']) track.addEventListener(change, look);
  document.addEventListener('visibilitychange', look);
  look();
}
