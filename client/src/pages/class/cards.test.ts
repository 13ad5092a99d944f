import { expect, test } from 'vitest';
import { type Card, type CardKind, shownCard } from './cards.ts';

const card = (kind: CardKind, id = '1'): Card => ({ kind, id });

test('[PHONE3] the most pressing card is open, and another waits its turn', () => {
  expect(shownCard([], null, false)).toBe(null);
  expect(shownCard([card('task'), card('ask')], null, false)).toBe('ask');
  expect(shownCard([card('ask'), card('chat'), card('word')], null, false)).toBe('ask');
  expect(shownCard([card('results'), card('word')], null, false)).toBe('word');
});

test('[PHONE3] what the member opened stays until something more pressing comes', () => {
  const among = [card('ask'), card('task')];
  const choice = { kind: 'task', among } as const;
  expect(shownCard(among, choice, false)).toBe('task');
  expect(shownCard([...among, card('help')], choice, false)).toBe('task');
  expect(shownCard([...among, card('invite')], choice, false)).toBe('invite');
  expect(shownCard([card('ask', '2'), card('task')], choice, false), 'the next poll').toBe('ask');
  expect(shownCard([card('ask')], choice, false), 'the task is gone').toBe('ask');
});

test('[PHONE3] a message doesn’t take the place of a poll that the member opened', () => {
  const among = [card('ask'), card('task')];
  const choice = { kind: 'ask', among } as const;
  expect(shownCard([...among, card('chat')], choice, false)).toBe('ask');
});

test('[PHONE3] before somebody who reads only what is pressing comes up by itself', () => {
  const among = [card('task'), card('help')];
  expect(shownCard(among, null, true)).toBe(null);
  expect(shownCard(among, { kind: 'task', among }, true)).toBe('task');
  const folded = { kind: null, among: [...among, card('word')] } as const;
  expect(shownCard([...among, card('word')], folded, true)).toBe(null);
  expect(shownCard([...among, card('word', '2')], folded, true)).toBe('word');
});
