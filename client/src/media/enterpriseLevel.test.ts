import { expect, test } from 'vitest';
import type { MediaQuality } from '#shared/media.ts';
import { enterpriseLevel } from './enterpriseLevel.ts';

const good: MediaQuality = { roundTrip: 60, loss: 0, kbit: 700, mode: 'full', layer: 1 };
const weak: MediaQuality = { ...good, loss: 0.08 };
const bad: MediaQuality = { ...good, roundTrip: null };

test('[QUALITY2] an Enterprise is as good as most of its devices, and the advice is for a few or for all', () => {
  expect(enterpriseLevel([])).toBeNull();
  expect(enterpriseLevel([good, good])).toEqual({ level: 'good', troubled: 0, advice: 'fine' });
  expect(enterpriseLevel([good, good, good, weak])).toEqual({ level: 'weak', troubled: 1, advice: 'few' });
  expect(enterpriseLevel([good, weak, weak])).toEqual({ level: 'weak', troubled: 2, advice: 'all' });
  expect(enterpriseLevel([good, good, bad])).toEqual({ level: 'bad', troubled: 1, advice: 'few' });
  expect(enterpriseLevel([bad])).toEqual({ level: 'bad', troubled: 1, advice: 'few' });
});
