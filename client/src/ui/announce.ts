/** What a screen reader says next. The number tells two announcements of the same words apart. */
export type Announcement = { readonly number: number; readonly text: string; readonly urgent: boolean };

let latest: Announcement = { number: 0, text: '', urgent: false };
const listeners = new Set<() => void>();

/**
 * Has a screen reader say something that others see by themselves: a new slide, an opened poll.
 * Polite by default: it waits for a pause. Urgent interrupts, and is for what can't wait.
 */
export function announce(text: string, urgent = false): void {
  latest = { number: latest.number + 1, text, urgent };
  for (const listener of listeners) listener();
}

export const latestAnnouncement = (): Announcement => latest;

/** For useSyncExternalStore: calls on every announcement, returns how to stop. */
export function watchAnnouncements(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
