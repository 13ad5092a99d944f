import { type RefObject, useLayoutEffect, useState } from 'react';
import {
  type Bounds,
  boundsIn,
  type Direction,
  type Side,
  sizeAfterKey,
  sizeAtPointer,
  withinBounds,
} from './panelSize.ts';
import { remember, remembered } from './remembered.ts';

export type PanelSizes = {
  /** Under this name the size is remembered in this browser. */
  name: string;
  /** Side by side, or one below the other. */
  direction?: Direction;
  /** Which panel has the size; the other takes what is left. */
  sized?: Side;
  /** Length of the sized panel, in rem, and its bounds. */
  initial: number;
  min: number;
  max: number;
  /** The least that the other panel needs, in rem. */
  rest: number;
};

/** Where the line between two panels is, and how it is moved. Lengths are in rem. */
export type PanelLine = {
  readonly size: number;
  readonly bounds: Bounds;
  /** Both panels and the line. */
  readonly whole: number;
  moveTo(pointer: { clientX: number; clientY: number }): void;
  /** Whether the key moves the line. */
  moveByKey(key: string): boolean;
  /** Back to the initial size, and forgets the chosen one. */
  reset(): void;
};

const pixelsPerRem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/**
 * The size of one of two panels. What a person chose is remembered as it was chosen: a window that is too
 * small for it draws the panel smaller, and a large one as before.
 */
export function usePanelSize(
  panels: RefObject<HTMLElement | null>,
  { name, direction, sized, initial, min, max, rest }: Required<PanelSizes>,
): PanelLine {
  const key = `score.panel.${name}`;
  const [chosen, setChosen] = useState(() => Number(remembered(key) ?? initial));
  const [whole, setWhole] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    const element = panels.current!;
    const measure = (): void => {
      const { width, height } = element.getBoundingClientRect();
      // Panels without a box of their own aren't side by side, and nothing is to be fitted.
      if (width > 0) setWhole((direction === 'across' ? width : height) / pixelsPerRem());
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [panels, direction]);

  const bounds = boundsIn(whole, { min, max }, rest);
  const size = withinBounds(chosen, bounds, initial);
  const become = (next: number): void => {
    const bounded = withinBounds(next, bounds, initial);
    setChosen(bounded);
    remember(key, String(bounded));
  };
  const place = () => ({
    direction,
    sized,
    rightToLeft: getComputedStyle(panels.current!).direction === 'rtl',
  });
  return {
    size,
    bounds,
    whole,
    moveTo: (pointer) => {
      const box = panels.current!.getBoundingClientRect();
      become(sizeAtPointer(pointer, box, place()) / pixelsPerRem());
    },
    moveByKey: (pressed) => {
      const next = sizeAfterKey(pressed, size, { ...bounds, ...place() });
      if (next !== null) become(next);
      return next !== null;
    },
    reset: () => {
      setChosen(initial);
      remember(key, null);
    },
  };
}
