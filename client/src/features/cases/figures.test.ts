import { expect, it } from 'vitest';
import { changeOf } from './figures.ts';

it('says which way a figure went and whether that is good', () => {
  expect(changeOf({ before: 86, after: 24, good: 'down' })).toEqual({
    direction: 'down',
    verdict: 'better',
  });
  expect(changeOf({ before: 31, after: 82, good: 'up' })).toEqual({ direction: 'up', verdict: 'better' });
  expect(changeOf({ before: 3, after: 5, good: 'down' })).toEqual({ direction: 'up', verdict: 'worse' });
  expect(changeOf({ before: 7, after: 7, good: 'up' })).toEqual({ direction: 'same', verdict: 'same' });
});
