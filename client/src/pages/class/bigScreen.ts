import { useSyncExternalStore } from 'react';

/** A tab's own choice: the same person may have the class on a phone and on the wall. */
const key = 'score.bigScreen';
const listeners = new Set<() => void>();
/** What was chosen where a private mode keeps nothing. */
let chosen: boolean | null = null;

function saved(): boolean | null {
  try {
    const value = sessionStorage.getItem(key);
    return value === null ? chosen : value === 'on';
  } catch {
    return chosen;
  }
}

/** Turns the big screen on or off in this tab, also after a reload. */
export function turnBigScreen(on: boolean): void {
  chosen = on;
  try {
    sessionStorage.setItem(key, on ? 'on' : 'off');
  } catch {
    // The choice then lasts as long as the page does.
  }
  for (const listener of listeners) listener();
}

/** Whether this tab shows the class as a big screen; `byItself` until somebody chooses. */
export function useBigScreen(byItself: boolean): boolean {
  return useSyncExternalStore(subscribe, saved) ?? byItself;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A display that lies wide and is no phone: what hangs in a meeting room, and laptops. */
const wide = '(min-width: 60em) and (orientation: landscape)';

/** Whether the display is wide now. */
export const useWideDisplay = (): boolean => useSyncExternalStore(followWide, () => matchMedia(wide).matches);

function followWide(listener: () => void): () => void {
  const query = matchMedia(wide);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
