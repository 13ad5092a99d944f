import { describe, expect, it } from 'vitest';
import { boundsIn, sizeAfterKey, sizeAtPointer, withinBounds } from './panelSize.ts';

const whole = { left: 100, top: 50, width: 400, height: 200 };
const bounds = { min: 20, max: 80 };

describe('the size of a panel', () => {
  it('follows the pointer, from the side where its panel begins', () => {
    const across = { direction: 'across', sized: 'first', rightToLeft: false } as const;
    const pointer = { clientX: 200, clientY: 150 };
    expect(sizeAtPointer(pointer, whole, across)).toBe(100);
    expect(sizeAtPointer(pointer, whole, { ...across, rightToLeft: true })).toBe(300);
    expect(sizeAtPointer(pointer, whole, { ...across, sized: 'second' })).toBe(300);
    expect(sizeAtPointer(pointer, whole, { ...across, direction: 'down', rightToLeft: true })).toBe(100);
  });

  it('grows with the arrow that points away from its panel', () => {
    const panels = { ...bounds, direction: 'across', sized: 'first', rightToLeft: false } as const;
    expect(sizeAfterKey('ArrowRight', 50, panels)).toBe(52);
    expect(sizeAfterKey('ArrowRight', 50, { ...panels, sized: 'second' })).toBe(48);
    expect(sizeAfterKey('ArrowRight', 50, { ...panels, rightToLeft: true })).toBe(48);
    expect(sizeAfterKey('ArrowDown', 50, panels)).toBeNull();
    expect(sizeAfterKey('ArrowDown', 50, { ...panels, direction: 'down' })).toBe(52);
    expect(sizeAfterKey('Home', 50, panels)).toBe(20);
    expect(sizeAfterKey('End', 50, panels)).toBe(80);
  });

  it('stays in its bounds, and survives a remembered value that is none', () => {
    expect(withinBounds(5, bounds, 50)).toBe(20);
    expect(withinBounds(95, bounds, 50)).toBe(80);
    expect(withinBounds(Number('wide'), bounds, 50)).toBe(50);
  });

  it('leaves the other panel its room, in a window that has any', () => {
    expect(boundsIn(200, bounds, 30)).toEqual(bounds);
    expect(boundsIn(90, bounds, 30)).toEqual({ min: 20, max: 60 });
    expect(boundsIn(40, bounds, 30)).toEqual({ min: 20, max: 20 });
  });
});
