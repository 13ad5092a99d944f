import { announce } from './announce.ts';

/** What a toast is about: `error` interrupts a screen reader, the others wait for a pause. */
export type ToastTone = 'info' | 'good' | 'error';

export type Toast = {
  readonly id: number;
  readonly tone: ToastTone;
  readonly text: string;
  /** One thing to do about it; such a toast stays until it is closed, so that nobody must hurry. */
  readonly action?: { readonly label: string; readonly onAction: () => void };
};

/** More at once would hide the slide; the oldest goes. */
const atMost = 3;
let nextId = 1;
let toasts: readonly Toast[] = [];
const listeners = new Set<() => void>();

function become(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says something in passing, on screen and to a screen reader. The same words twice are said once. Returns its id. */
export function showToast(toast: Omit<Toast, 'id'>): number {
  const id = nextId++;
  const others = toasts.filter((each) => each.text !== toast.text);
  become([...others, { ...toast, id }].slice(-atMost));
  announce(toast.text, { urgent: toast.tone === 'error' });
  return id;
}

export function closeToast(id: number): void {
  become(toasts.filter((toast) => toast.id !== id));
}

export const currentToasts = (): readonly Toast[] => toasts;

/** For useSyncExternalStore: calls on every change, returns how to stop. */
export function watchToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
