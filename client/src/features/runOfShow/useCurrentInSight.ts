import { type RefObject, useLayoutEffect, useRef } from 'react';

/** What stays in sight above the Segment, in pixels, so that the one before it is seen, too. */
const above = 72;

/**
 * Brings the current Segment into sight where the plan is longer than its panel: after a reload, and when another
 * trainer goes on.
 *
 * @returns the plan, whose Segments have `data-segment`.
 */
export function useCurrentInSight(current: string | null): RefObject<HTMLOListElement | null> {
  const plan = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    const panel = plan.current?.closest('[role="tabpanel"]');
    const segment = current && plan.current?.querySelector(`[data-segment="${CSS.escape(current)}"]`);
    // On a phone the page scrolls, not the panel, and the page stays where its reader is.
    if (!panel || !segment || panel.scrollHeight <= panel.clientHeight) return;
    const [outer, inner] = [panel.getBoundingClientRect(), segment.getBoundingClientRect()];
    if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
    // Not scrollIntoView: that would move the page around the panel, too.
    panel.scrollBy({ top: inner.top - outer.top - above });
  }, [current]);
  return plan;
}
