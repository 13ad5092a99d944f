/**
 * Plays an element of ours again that the system has paused, as phones do for a call or another app: now, or once
 * the person looks at the page again. @returns what ends that.
 */
export function keepPlaying(element: HTMLMediaElement, play: () => Promise<void>): () => void {
  const look = (): void => {
    const stream = element.srcObject;
    // Where every track has ended there is nothing to play.
    const isDue = element.paused && stream instanceof MediaStream && stream.active;
    if (isDue && document.visibilityState === 'visible') void play();
  };
  element.addEventListener('pause', look);
  document.addEventListener('visibilitychange', look);
  return () => {
    element.removeEventListener('pause', look);
    document.removeEventListener('visibilitychange', look);
  };
}
