import { afterEach, describe, expect, it } from 'vitest';
import { recentAnnouncements } from './announce.ts';
import { closeToast, currentToasts, showToast, watchToasts } from './toasts.ts';

const shown = (): string[] => currentToasts().map((toast) => toast.text);

describe('toasts', () => {
  afterEach(() => {
    for (const toast of currentToasts()) closeToast(toast.id);
  });

  it('are shown, spoken and closed', () => {
    const changes: string[][] = [];
    const stop = watchToasts(() => changes.push(shown()));
    const id = showToast({ tone: 'error', text: 'The file is too large.' });
    expect(recentAnnouncements().at(-1)).toMatchObject({ text: 'The file is too large.', urgent: true });
    closeToast(id);
    stop();
    showToast({ tone: 'info', text: 'Copied' });
    expect(changes).toEqual([['The file is too large.'], []]);
  });

  it('say the same words once, and keep the latest three', () => {
    for (const text of ['a', 'b', 'a', 'c', 'd']) showToast({ tone: 'info', text });
    expect(shown()).toEqual(['a', 'c', 'd']);
  });
});
