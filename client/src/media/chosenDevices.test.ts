import { expect, it } from 'vitest';
import { findDevice } from './chosenDevices.ts';

const headset = { id: 'a', label: 'Headset' };
const laptop = { id: 'b', label: 'Laptop' };

it('finds a chosen device by its id, and by its name where the browser has given it another id', () => {
  expect(findDevice([laptop, headset], headset)).toBe(headset);
  const renumbered = { id: 'c', label: 'Headset' };
  expect(findDevice([laptop, renumbered], headset)).toBe(renumbered);
  expect(findDevice([laptop], headset)).toBeNull();
  expect(findDevice([{ id: 'd', label: '' }], { id: 'e', label: '' })).toBeNull();
});
