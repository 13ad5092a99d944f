import type { CaseStudy } from '#shared/features/cases.ts';

type Figure = CaseStudy['figures'][number];

export type Change = {
  readonly direction: 'up' | 'down' | 'same';
  readonly verdict: 'better' | 'worse' | 'same';
};

/** How a figure went, and whether that is good. */
export function changeOf({ before, after, good }: Pick<Figure, 'before' | 'after' | 'good'>): Change {
  if (after === before) return { direction: 'same', verdict: 'same' };
  const direction = after > before ? 'up' : 'down';
  return { direction, verdict: direction === good ? 'better' : 'worse' };
}
