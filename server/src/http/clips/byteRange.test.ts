import { expect, test } from 'vitest';
import { byteRangeOf } from './byteRange.ts';

test.each([
  ['bytes=0-', { start: 0, end: 99 }],
  ['bytes=10-19', { start: 10, end: 19 }],
  ['bytes=90-1000', { start: 90, end: 99 }],
  ['bytes=99-99', { start: 99, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-1000', { start: 0, end: 99 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  [undefined, null],
  ['bytes=-', null],
  ['bytes=20-10', null],
  ['bytes=0-1,5-6', null],
  ['lines=0-1', null],
  ['bytes=a-b', null],
])('of a hundred bytes, %s means %j', (header, range) => {
  expect(byteRangeOf(header, 100)).toEqual(range);
});

test('an empty file has no byte to give', () => {
  expect(byteRangeOf('bytes=0-', 0)).toBe('unsatisfiable');
});
