import { type RefObject, useEffect, useRef } from 'react';

/** For so long somebody must have been the loudest, in milliseconds: a cough or a "yes" moves nothing. */
const steady = 1_000;

/**
 * Keeps whoever speaks in sight where a row of people is too long for its place.
 *
 * @param speaker who is the loudest now; undefined while nobody speaks.
 * @returns the row, whose people have `data-performer`.
 */
export function useSpeakerInSight(speaker: string | undefined): RefObject<HTMLUListElement | null> {
  const row = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (speaker === undefined) return;
    const timer = setTimeout(() => row.current && bringIntoSight(row.current, speaker), steady);
    return () => clearTimeout(timer);
  }, [speaker]);
  return row;
}

function bringIntoSight(row: HTMLElement, speaker: string): void {
  const person = row.querySelector(`[data-performer="${CSS.escape(speaker)}"]`);
  if (!person) return;
  const [outer, inner] = [row.getBoundingClientRect(), person.getBoundingClientRect()];
  const before = Math.min(0, inner.left - outer.left);
  const left = before || Math.max(0, inner.right - outer.right);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  // Not scrollIntoView: that would move the page around the row, too.
  if (left !== 0) row.scrollBy({ left, behavior: calm ? 'auto' : 'smooth' });
}
