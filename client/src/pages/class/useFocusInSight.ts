import { useEffect } from 'react';

/**
 * Keeps the field that one writes in before one's eyes when the room changes: a keyboard comes up, the
 * phone is turned, another app takes half of the screen. Browsers do so for the keyboard only, and not all.
 */
export function useFocusInSight(): void {
  useEffect(() => {
    const look = (): void => {
      const field = document.activeElement;
      if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)
        field.scrollIntoView({ block: 'nearest' });
    };
    // After the layout has followed; a keyboard of an older browser changes the visual viewport only.
    const later = (): void => void requestAnimationFrame(look);
    window.addEventListener('resize', later);
    window.visualViewport?.addEventListener('resize', later);
    return () => {
      window.removeEventListener('resize', later);
      window.visualViewport?.removeEventListener('resize', later);
    };
  }, []);
}
