/** How far a finger must travel to turn the page, in pixels. */
const swipeLength = 60;

/**
 * The page that a key of the presenter's leads to; null for a key that turns nothing. Where one reads from right
 * to left the arrow to the left goes on, as the button at that side does.
 */
export function pageAfterKey(key: string, page: number, pages: number, rightToLeft: boolean): number | null {
  switch (key) {
    case rightToLeft ? 'ArrowLeft' : 'ArrowRight':
    case 'ArrowDown':
    case 'PageDown':
    case ' ':
      return Math.min(page + 1, pages - 1);
    case rightToLeft ? 'ArrowRight' : 'ArrowLeft':
    case 'ArrowUp':
    case 'PageUp':
      return Math.max(page - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return pages - 1;
    default:
      return null;
  }
}

/** A swipe to the left goes on, one to the right goes back, as a page of paper is turned; a short one is none. */
export const pageAfterSwipe = (distance: number, page: number, rightToLeft: boolean): number | null =>
  Math.abs(distance) < swipeLength ? null : page + (distance < 0 !== rightToLeft ? 1 : -1);

/** Whether the page that this element stands in is read from right to left. */
export const isRightToLeft = (element: Element): boolean => getComputedStyle(element).direction === 'rtl';
