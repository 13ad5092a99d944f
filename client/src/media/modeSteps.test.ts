import { expect, test } from 'vitest';
import { beginSteps, type ModeSteps, type NetworkSample, step } from './modeSteps.ts';

const fine: NetworkSample = { loss: 0, starved: false };
const lossy: NetworkSample = { loss: 0.2, starved: false };
const tight: NetworkSample = { loss: 0, starved: true };
const nothing: NetworkSample = { loss: null, starved: false };

const after = (from: ModeSteps, sample: NetworkSample, times: number): ModeSteps => {
  let steps = from;
  for (let i = 0; i < times; i++) steps = step(steps, sample);
  return steps;
};

test('[MODE2] a network that loses words for six seconds, or has no room for the picture, brings a step down', () => {
  expect(after(beginSteps, lossy, 2).mode).toBe('full');
  expect(after(beginSteps, lossy, 3).mode).toBe('light');
  expect(after(beginSteps, tight, 3).mode).toBe('light');
  expect(after(beginSteps, lossy, 6).mode).toBe('audio');
  expect(after(beginSteps, lossy, 60).mode).toBe('audio');
});

test('[MODE2] one bad look, and silence, bring no step', () => {
  const shaky = after(step(after(beginSteps, lossy, 2), fine), lossy, 2);
  expect(shaky.mode).toBe('full');
  expect(after(beginSteps, nothing, 100).mode).toBe('full');
});

test('[MODE2] a good minute brings a step up, and a middling one none', () => {
  const poor = after(beginSteps, lossy, 6);
  expect(after(poor, fine, 29).mode).toBe('audio');
  expect(after(poor, fine, 30).mode).toBe('light');
  expect(after(poor, fine, 60).mode).toBe('full');
  expect(after(poor, { loss: 0.05, starved: false }, 500).mode).toBe('audio');
});

test('[MODE2] a step up that does not last makes the next one slower, so that nobody sees the picture come and go', () => {
  const fallen = after(after(after(beginSteps, lossy, 6), fine, 30), tight, 3);
  expect(fallen.mode).toBe('audio');
  expect(after(fallen, fine, 59).mode).toBe('audio');
  expect(after(fallen, fine, 60).mode).toBe('light');
  let steps = fallen;
  for (let i = 0; i < 10; i++) steps = after(after(steps, fine, steps.patience), tight, 3);
  expect(steps.patience).toBe(300);
});
