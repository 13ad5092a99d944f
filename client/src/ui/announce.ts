/** What a screen reader says. The number tells two announcements of the same words apart. */
export type Announcement = { readonly number: number; readonly text: string; readonly urgent: boolean };

/** Of several that come at once none may push the other out before it is spoken. */
const atMost = 4;

let count = 0;
let recent: readonly Announcement[] = [];
const listeners = new Set<() => void>();

/**
 * Has a screen reader say something that others see by themselves: a new slide, an opened poll.
 * Polite by default: it waits for a pause. Urgent interrupts, and is for what can't wait.
 */
export function announce(text: string, urgent = false): void {
  count += 1;
  recent = [...recent, { number: count, text, urgent }].slice(-atMost);
  for (const listener of listeners) listener();
}

/** The last few, oldest first. */
export const recentAnnouncements = (): readonly Announcement[] => recent;

/** For useSyncExternalStore: calls on every announcement, returns how to stop. */
export function watchAnnouncements(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
