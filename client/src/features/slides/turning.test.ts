import { expect, test } from 'vitest';
import { pageAfterKey, pageAfterSwipe } from './turning.ts';

test('[RTL4] the arrow that points onward turns to the next page, whichever way one reads', () => {
  expect(pageAfterKey('ArrowRight', 3, 9, false)).toBe(4);
  expect(pageAfterKey('ArrowLeft', 3, 9, false)).toBe(2);
  expect(pageAfterKey('ArrowRight', 3, 9, true)).toBe(2);
  expect(pageAfterKey('ArrowLeft', 3, 9, true)).toBe(4);
  for (const rightToLeft of [false, true]) {
    expect(['ArrowDown', 'PageDown', ' '].map((key) => pageAfterKey(key, 3, 9, rightToLeft))).toEqual([
      4, 4, 4,
    ]);
    expect(['ArrowUp', 'PageUp'].map((key) => pageAfterKey(key, 0, 9, rightToLeft))).toEqual([0, 0]);
    expect(['Home', 'End', 'x'].map((key) => pageAfterKey(key, 3, 9, rightToLeft))).toEqual([0, 8, null]);
  }
});

test('[RTL4] a swipe turns the page as paper is turned', () => {
  expect(pageAfterSwipe(-80, 3, false)).toBe(4);
  expect(pageAfterSwipe(-80, 3, true)).toBe(2);
  expect(pageAfterSwipe(80, 3, true)).toBe(4);
  expect(pageAfterSwipe(20, 3, false)).toBeNull();
});
