import { describe, expect, it } from 'vitest';
import { tabAfterKey } from './tabKeys.ts';

describe('arrow keys on tabs', () => {
  it('go to the neighbour and around the ends', () => {
    expect(tabAfterKey('ArrowRight', 0, 3, false)).toBe(1);
    expect(tabAfterKey('ArrowRight', 2, 3, false)).toBe(0);
    expect(tabAfterKey('ArrowLeft', 0, 3, false)).toBe(2);
  });

  it('follow the direction of writing', () => {
    expect(tabAfterKey('ArrowLeft', 0, 3, true)).toBe(1);
    expect(tabAfterKey('ArrowRight', 0, 3, true)).toBe(2);
  });

  it('leave other keys alone', () => {
    expect(tabAfterKey('Home', 2, 3, false)).toBe(0);
    expect(tabAfterKey('End', 0, 3, false)).toBe(2);
    expect(tabAfterKey('a', 0, 3, false)).toBeNull();
  });
});
