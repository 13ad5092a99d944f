import { expect, test } from 'vitest';
import { clampZoom, panned, pinched, type Sizes, toggled, whole } from './zoomGeometry.ts';

/** A slide on an upright phone, in a place of its own proportions. */
const sizes: Sizes = { content: { width: 360, height: 200 }, place: { width: 360, height: 200 } };
/** The same on a phone on its side, with room beside it. */
const wide: Sizes = { content: { width: 640, height: 360 }, place: { width: 680, height: 360 } };

test('[PHONE4] a double tap enlarges to 2.5 around the finger, and back', () => {
  const zoom = toggled(whole, { x: 100, y: -40 }, sizes);
  expect(zoom).toEqual({ scale: 2.5, x: -150, y: 60 });
  // What was under the finger is under it still: 100 = 100 × 2.5 − 150.
  expect(100 * zoom.scale + zoom.x).toBe(100);
  expect(toggled(zoom, { x: 0, y: 0 }, sizes)).toEqual(whole);
});

test('[PHONE4] at its edge no gap comes into sight', () => {
  expect(toggled(whole, { x: 180, y: 100 }, sizes)).toEqual({ scale: 2.5, x: -270, y: -150 });
  expect(panned({ scale: 2.5, x: -270, y: -150 }, { x: -50, y: 20 }, sizes)).toEqual({
    scale: 2.5,
    x: -270,
    y: -130,
  });
});

test('[PHONE4] two fingers enlarge as far as they part, and carry it with them', () => {
  const from = [
    { x: -20, y: 0 },
    { x: 20, y: 0 },
  ] as const;
  const to = [
    { x: -30, y: 10 },
    { x: 50, y: 10 },
  ] as const;
  const zoom = pinched(whole, from, to, sizes);
  expect(zoom.scale).toBe(2);
  for (const finger of [0, 1] as const) {
    expect(from[finger].x * zoom.scale + zoom.x).toBe(to[finger].x);
    expect(from[finger].y * zoom.scale + zoom.y).toBe(to[finger].y);
  }
});

test('[PHONE4] it is never smaller than itself, nor more than five times as large', () => {
  const near = [
    { x: -5, y: 0 },
    { x: 5, y: 0 },
  ] as const;
  const far = [
    { x: -170, y: 0 },
    { x: 170, y: 0 },
  ] as const;
  expect(pinched(whole, near, far, sizes).scale).toBe(5);
  expect(pinched(whole, far, near, sizes)).toEqual(whole);
});

test('what is narrower than its place stays in the middle', () => {
  expect(clampZoom({ scale: 1, x: 30, y: 30 }, wide)).toEqual(whole);
  expect(clampZoom({ scale: 1.05, x: 30, y: 0 }, wide).x).toBe(0);
});

test('turning the phone keeps what fits of it', () => {
  const zoom = { scale: 2.5, x: -270, y: -150 };
  const turned = clampZoom(zoom, wide);
  expect(turned.scale).toBe(2.5);
  expect(Math.abs(turned.x)).toBeLessThanOrEqual((640 * 2.5 - 680) / 2);
});
