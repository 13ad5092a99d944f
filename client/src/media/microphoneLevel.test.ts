import { expect, it } from 'vitest';
import { levelOf } from './microphoneLevel.ts';

const sine = (amplitude: number) =>
  Float32Array.from({ length: 1024 }, (_, i) => amplitude * Math.sin((i * 2 * Math.PI) / 64));

it('shows silence as nothing, a voice as something, and a shout as all', () => {
  expect(levelOf(new Float32Array(1024))).toBe(0);
  expect(levelOf(sine(0.0005))).toBe(0);
  expect(levelOf(sine(0.03))).toBeGreaterThan(0.4);
  expect(levelOf(sine(0.03))).toBeLessThan(levelOf(sine(0.1)));
  expect(levelOf(sine(1))).toBe(1);
});
