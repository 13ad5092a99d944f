import { expect, test } from 'vitest';
import { deviceProblemOf } from './deviceProblems.ts';

test.each([
  ['NotAllowedError', 'denied'],
  ['NotFoundError', 'noDevice'],
  ['OverconstrainedError', 'noDevice'],
  ['NotReadableError', 'inUse'],
  ['AbortError', 'inUse'],
  ['TypeError', 'other'],
])('%s means %s', (name, problem) => {
  expect(deviceProblemOf(new DOMException('', name))).toBe(problem);
});

test('what no browser throws is some other problem', () => {
  expect(deviceProblemOf('no')).toBe('other');
});
