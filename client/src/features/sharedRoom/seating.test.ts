import { expect, it } from 'vitest';
import { othersSit, seatingOf } from './seating.ts';

const room = { sounding: 'anna', together: ['anna', 'bao'] };

it('says how somebody sits', () => {
  expect(seatingOf(null, 'anna')).toBe('alone');
  expect(seatingOf(room, 'anna')).toBe('sounding');
  expect(seatingOf(room, 'bao')).toBe('silent');
  expect(seatingOf(room, 'chen')).toBe('alone');
  expect(seatingOf({ sounding: null, together: ['anna'] }, 'anna')).toBe('silent');
});

it('lets a device be silent only where another can sound', () => {
  expect(othersSit(null, 'anna')).toBe(false);
  expect(othersSit({ sounding: 'anna', together: ['anna'] }, 'anna')).toBe(false);
  expect(othersSit(room, 'anna')).toBe(true);
  expect(othersSit(room, 'chen')).toBe(true);
});
