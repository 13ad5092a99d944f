import { expect, test } from 'vitest';
import { stepFor } from './inStep.ts';

test('a video that is less than 80 ms off is left alone', () => {
  for (const ahead of [-0.079, 0, 0.079])
    expect(stepFor(ahead, true, false)).toEqual({ do: 'play', rate: 1 });
});

test('below a quarter of a second it plays a little slower or faster, by a twentieth at most', () => {
  expect(stepFor(0.2, true, false)).toEqual({ do: 'play', rate: 0.95 });
  expect(stepFor(-0.2, true, false)).toEqual({ do: 'play', rate: 1.05 });
  expect(stepFor(-0.03, true, true)).toEqual({ do: 'play', rate: 1.03 });
});

test('once it is being corrected it goes on until it is exact', () => {
  expect(stepFor(0.05, true, false)).toEqual({ do: 'play', rate: 1 });
  expect(stepFor(0.05, true, true)).toEqual({ do: 'play', rate: 0.95 });
  expect(stepFor(0.019, true, true)).toEqual({ do: 'play', rate: 1 });
});

test('further ahead it stands still until it is caught up with; far ahead it jumps', () => {
  expect(stepFor(0.25, true, false)).toEqual({ do: 'wait', seconds: 0.25 });
  expect(stepFor(4, true, false)).toEqual({ do: 'wait', seconds: 4 });
  expect(stepFor(5.1, true, false)).toEqual({ do: 'jump' });
});

test('further behind it jumps, where that costs no loading; only a second is worth the loading', () => {
  expect(stepFor(-0.25, true, false)).toEqual({ do: 'jump' });
  expect(stepFor(-0.25, false, false)).toEqual({ do: 'play', rate: 1.05 });
  expect(stepFor(-1, false, false)).toEqual({ do: 'jump' });
});

/** Plays for some seconds, in which a check comes each fifth; a jump lands where it is wanted, but takes a while. */
function playFrom(ahead: number, jumpTakes: number): number {
  let off = ahead;
  let rate = 1;
  for (let second = 0; second < 6; second += 0.2) {
    const step = stepFor(off, true, rate !== 1);
    rate = step.do === 'play' ? step.rate : 1;
    if (step.do === 'jump') off = -jumpTakes;
    else if (step.do === 'wait') off -= Math.min(step.seconds, 0.2);
    else off += (rate - 1) * 0.2;
  }
  return off;
}

test.each([-30, -2, -0.9, -0.3, -0.1, 0, 0.1, 0.3, 2, 30])(
  'a video that is %d s off is within 80 ms after six seconds',
  (ahead) => {
    expect(Math.abs(playFrom(ahead, 0.2))).toBeLessThan(0.08);
  },
);
