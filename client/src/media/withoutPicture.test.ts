import { expect, test } from 'vitest';
import { withoutPicture } from './withoutPicture.ts';

test('that no picture comes is said only where there is one to see', () => {
  expect(withoutPicture('full', true)).toBe('noPicture');
  expect(withoutPicture('full', false)).toBeNull();
});

test('who takes sound and slides alone has chosen it, whether or not a camera is on', () => {
  for (const isShown of [true, false]) expect(withoutPicture('audio', isShown)).toBe('soundOnly');
});
