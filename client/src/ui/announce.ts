/** What a screen reader says. The number tells two announcements of the same words apart. */
export type Announcement = { readonly number: number; readonly text: string; readonly urgent: boolean };

export type AnnounceOptions = {
  /** Interrupts what is being spoken, and waits for nothing: for what can't wait. */
  urgent?: boolean;
  /** What it is about: of several that come together about one thing only the newest is spoken. */
  topic?: string;
  /** The words for so many of a topic that come together, instead of the newest one's. */
  several?: (count: number) => string;
  /** The least time between two of a topic, in milliseconds: a busy chat must leave others their turn. */
  atMostEvery?: number;
};

/** Of several that come at once none may push the other out before it is spoken. */
const atMost = 4;
/** How long a polite one waits for what comes together with it, in milliseconds. */
const gathers = 700;

/** `isLasting`: its topic has a name, and so it may be spoken of again. */
type Waiting = { topic: string; isLasting: boolean; due: number; count: number; words: () => string };

let count = 0;
let recent: readonly Announcement[] = [];
let waiting: readonly Waiting[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
const lastSpoken = new Map<string, number>();
const listeners = new Set<() => void>();

/**
 * Has a screen reader say something that others see by themselves: a new slide, an opened poll. It is
 * spoken politely, in a pause and a moment later, so that what comes together is gathered; or urgently.
 */
export function announce(text: string, options: AnnounceOptions = {}): void {
  const { urgent = false, topic = text, several, atMostEvery = 0 } = options;
  const isLasting = options.topic !== undefined;
  if (urgent) {
    speak([{ text, urgent }]);
    return;
  }
  const now = Date.now();
  const before = waiting.find((each) => each.topic === topic);
  const many = (before?.count ?? 0) + 1;
  const due = before?.due ?? Math.max(now + gathers, (lastSpoken.get(topic) ?? 0) + atMostEvery);
  const words = () => (many > 1 && several ? several(many) : text);
  // At the end, also where it takes the place of an older one: things are told in the order in which they came.
  waiting = [...waiting.filter((each) => each !== before), { topic, isLasting, due, count: many, words }];
  wait();
}

function wait(): void {
  clearTimeout(timer);
  if (waiting.length === 0) return;
  timer = setTimeout(speakDue, Math.max(0, Math.min(...waiting.map(({ due }) => due)) - Date.now()));
}

function speakDue(): void {
  const now = Date.now();
  const due = waiting.filter((each) => each.due <= now);
  waiting = waiting.filter((each) => each.due > now);
  for (const { topic, isLasting } of due) if (isLasting) lastSpoken.set(topic, now);
  speak(due.map(({ words }) => ({ text: words(), urgent: false })));
  wait();
}

function speak(announcements: readonly Omit<Announcement, 'number'>[]): void {
  if (announcements.length === 0) return;
  const numbered = announcements.map((each) => ({ ...each, number: ++count }));
  recent = [...recent, ...numbered].slice(-atMost);
  for (const listener of listeners) listener();
}

/** The last few, oldest first. */
export const recentAnnouncements = (): readonly Announcement[] => recent;

/** For useSyncExternalStore: calls on every announcement, returns how to stop. */
export function watchAnnouncements(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
