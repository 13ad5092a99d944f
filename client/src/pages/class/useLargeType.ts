import { useEffect } from 'react';

/** Every size of the page follows the display's height while this is on: base.css knows how. */
export function useLargeType(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const { dataset } = document.documentElement;
    dataset.type = 'large';
    return () => {
      delete dataset.type;
    };
  }, [on]);
}
