import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { announce, recentAnnouncements } from './announce.ts';

let from = 0;
beforeEach(() => {
  vi.useFakeTimers();
  from = recentAnnouncements().at(-1)?.number ?? 0;
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

const said = () =>
  recentAnnouncements()
    .filter(({ number }) => number > from)
    .map(({ text }) => text);

test('[A11Y2] of pages that are turned quickly only the last is spoken, within a second', () => {
  for (const page of [2, 3, 4]) announce(`Slide ${page}`, { topic: 'slide' });
  announce('A poll has opened');
  expect(said()).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(said()).toEqual(['Slide 4', 'A poll has opened']);
});

test('[A11Y2] a busy chat is counted, and leaves the others their turn', () => {
  const message = (name: string) =>
    announce(`From ${name}`, { topic: 'chat', several: (count) => `${count} new`, atMostEvery: 10_000 });
  message('Ding');
  vi.advanceTimersByTime(1_000);
  for (let second = 0; second < 5; second++) {
    message('Er');
    vi.advanceTimersByTime(1_000);
  }
  announce('A poll has opened');
  vi.advanceTimersByTime(1_000);
  expect(said()).toEqual(['From Ding', 'A poll has opened']);
  vi.advanceTimersByTime(10_000);
  expect(said()).toEqual(['From Ding', 'A poll has opened', '5 new']);
});

test('what can’t wait is spoken at once', () => {
  announce('Slide 2', { topic: 'slide' });
  announce('The trainer invites you to speak', { urgent: true });
  expect(said()).toEqual(['The trainer invites you to speak']);
});

test('the same words twice at once are said once, and again when it happens again', () => {
  announce('You are back in the class.');
  announce('You are back in the class.');
  vi.advanceTimersByTime(1_000);
  announce('You are back in the class.');
  vi.advanceTimersByTime(1_000);
  expect(said()).toEqual(['You are back in the class.', 'You are back in the class.']);
});
