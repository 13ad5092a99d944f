/** How far a finger must travel to turn the page, in pixels. */
const swipeLength = 60;

/** The page that a key of the presenter's leads to; null for a key that turns nothing. */
export function pageAfterKey(key: string, page: number, pages: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
    case 'PageDown':
    case ' ':
      return Math.min(page + 1, pages - 1);
    case 'ArrowLeft':
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

/** A swipe to the left goes on, one to the right goes back; a short one is none. */
export const pageAfterSwipe = (distance: number, page: number): number | null =>
  Math.abs(distance) < swipeLength ? null : page + (distance < 0 ? 1 : -1);
