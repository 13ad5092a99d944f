import { expect, it } from 'vitest';
import { sharesOf } from './shares.ts';

it('shares out all votes, and nothing while there are none', () => {
  expect(sharesOf([3, 1, 0])).toEqual([0.75, 0.25, 0]);
  expect(sharesOf([0, 0])).toEqual([0, 0]);
});
