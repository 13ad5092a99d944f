import { describe, expect, it } from 'vitest';
import type { SegmentView } from '#shared/features/runOfShow.ts';
import { minutesLate, segmentTime } from './timing.ts';

const start = Date.UTC(2020, 2, 18, 1);
const after = (minutes: number): number => start + minutes * 60_000;

describe('the time of a Segment', () => {
  it('runs to its planned length and says how far it went past it', () => {
    expect(segmentTime(15, start, after(3))).toEqual({ elapsedSeconds: 180, share: 0.2, minutesOver: 0 });
    expect(segmentTime(15, start, after(15)).minutesOver).toBe(0);
    expect(segmentTime(15, start, after(15) + 1000)).toMatchObject({ share: 1, minutesOver: 1 });
    expect(segmentTime(15, start, after(17)).minutesOver).toBe(2);
  });

  it('begins at zero, also where the estimate of the server’s clock is a little behind', () => {
    expect(segmentTime(5, start, start - 200)).toEqual({ elapsedSeconds: 0, share: 0, minutesOver: 0 });
  });
});

describe('whether the class is late', () => {
  const segments = [5, 10, 15].map(
    (minutes, index): SegmentView => ({
      id: `segment-${index}`,
      kind: 'slides',
      minutes,
      title: { zh: '', en: '' },
    }),
  );
  const at = (index: number, began: number) => ({
    segments,
    current: `segment-${index}`,
    currentSince: after(began),
  });

  it('is told by when the current Segment began', () => {
    expect(minutesLate(at(1, 5), start, after(6))).toBe(0);
    expect(minutesLate(at(1, 8), start, after(9))).toBe(3);
    expect(minutesLate(at(2, 11), start, after(12))).toBe(-4);
  });

  it('grows while the current Segment runs over', () => {
    expect(minutesLate(at(1, 8), start, after(20))).toBe(5);
  });

  it('is not known before the class has a current Segment', () => {
    expect(minutesLate({ segments, current: null, currentSince: null }, start, after(1))).toBeNull();
    expect(minutesLate(at(0, 0), null, after(1))).toBeNull();
  });
});
