import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { layerFor, Shown } from './Shown.ts';

let told: [string, number | null][] = [];
let shown = new Shown({ use: (id, layer) => told.push([id, layer]) });
beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  shown = new Shown({ use: (id, layer) => told.push([id, layer]) });
});
afterEach(() => {
  vi.useRealTimers();
});

test('[LAYER1] a small picture is asked for small, a large one large', () => {
  expect([120, 400, 401, 800, 801, 2560].map(layerFor)).toEqual([0, 0, 1, 1, 2, 2]);
});

test('[LAYER1] a picture that grows is asked for at once, one that shrinks or goes once it has lasted', () => {
  const tile = {};
  shown.set('c', tile, 300);
  shown.set('c', tile, 1200);
  expect(told).toEqual([
    ['c', 0],
    ['c', 2],
  ]);
  shown.set('c', tile, 0);
  shown.set('c', tile, 1200);
  vi.advanceTimersByTime(5_000);
  expect(told).toHaveLength(2);
  shown.set('c', tile, 0);
  vi.advanceTimersByTime(1_000);
  expect(told.at(-1)).toEqual(['c', null]);
});

test('[LAYER1] of two places that show one picture the larger counts, and what no place shows is let go', () => {
  const [stage, thumbnail] = [{}, {}];
  shown.set('c', stage, 1000);
  shown.set('c', thumbnail, 200);
  shown.unset('c', stage);
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([
    ['c', 2],
    ['c', 0],
  ]);
  shown.added('d');
  vi.advanceTimersByTime(1_000);
  expect(told.at(-1)).toEqual(['d', null]);
  shown.added('e');
  shown.closed('e');
  vi.advanceTimersByTime(1_000);
  expect(told.at(-1)).toEqual(['d', null]);
});
