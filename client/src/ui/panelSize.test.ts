import { describe, expect, it } from 'vitest';
import { sizeAfterKey, sizeAtPointer, withinBounds } from './panelSize.ts';

const whole = { left: 100, top: 50, width: 400, height: 200 };

describe('the size of a panel', () => {
  it('follows the pointer, from the side where reading begins', () => {
    expect(sizeAtPointer({ clientX: 200, clientY: 0 }, whole, 'across', false)).toBe(25);
    expect(sizeAtPointer({ clientX: 200, clientY: 0 }, whole, 'across', true)).toBe(75);
    expect(sizeAtPointer({ clientX: 0, clientY: 150 }, whole, 'down', true)).toBe(50);
  });

  it('grows with the arrow that points away from the first panel', () => {
    const panels = { min: 20, max: 80, direction: 'across', rightToLeft: false } as const;
    expect(sizeAfterKey('ArrowRight', 50, panels)).toBe(55);
    expect(sizeAfterKey('ArrowRight', 50, { ...panels, rightToLeft: true })).toBe(45);
    expect(sizeAfterKey('ArrowDown', 50, panels)).toBeNull();
    expect(sizeAfterKey('ArrowDown', 50, { ...panels, direction: 'down' })).toBe(55);
    expect(sizeAfterKey('Home', 50, panels)).toBe(20);
    expect(sizeAfterKey('End', 50, panels)).toBe(80);
  });

  it('stays in its bounds, and survives a remembered value that is none', () => {
    expect(withinBounds(5, 20, 80, 50)).toBe(20);
    expect(withinBounds(95, 20, 80, 50)).toBe(80);
    expect(withinBounds(Number('wide'), 20, 80, 50)).toBe(50);
  });
});
