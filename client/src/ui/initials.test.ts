import { describe, expect, it } from 'vitest';
import { colourOf, initials } from './initials.ts';

describe('the initials of an avatar', () => {
  it.each([
    ['王小明', '小明'],
    ['李娜', '李娜'],
    ['欧阳志远', '志远'],
    ['古丽 · 阿依', '阿依'],
    ['Ana María López', 'AL'],
    ['nguyễn thị hoa', 'NH'],
    ['Élodie', 'É'],
    ['王 David', '王D'],
    ['😀 Party', '😀P'],
    ['   ', '?'],
  ])('of %s are %s', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });

  it('gives an id one colour for good, and many ids many colours', () => {
    const colours = Array.from({ length: 200 }, (_, index) => colourOf(`person-${index}`, 8));
    expect(colours).toEqual(Array.from({ length: 200 }, (_, index) => colourOf(`person-${index}`, 8)));
    expect(new Set(colours).size).toBe(8);
  });
});
