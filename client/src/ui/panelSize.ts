export type Direction = 'across' | 'down';

/** Percent that an arrow key moves the line: twenty presses from end to end. */
const step = 5;

/** Keeps a size in its bounds; what isn't a number, such as an old remembered value, becomes the initial size. */
export const withinBounds = (size: number, min: number, max: number, initial: number): number =>
  Number.isFinite(size) ? Math.min(max, Math.max(min, size)) : initial;

/** The first panel's share, in percent, when the line is under the pointer. */
export function sizeAtPointer(
  pointer: { clientX: number; clientY: number },
  whole: { left: number; top: number; width: number; height: number },
  direction: Direction,
  rightToLeft: boolean,
): number {
  if (direction === 'down') return ((pointer.clientY - whole.top) / whole.height) * 100;
  const fromLeft = ((pointer.clientX - whole.left) / whole.width) * 100;
  return rightToLeft ? 100 - fromLeft : fromLeft;
}

/** The size that a key asks for, or null for a key that asks for none. */
export function sizeAfterKey(
  key: string,
  size: number,
  panels: { min: number; max: number; direction: Direction; rightToLeft: boolean },
): number | null {
  const [back, on] =
    panels.direction === 'down'
      ? ['ArrowUp', 'ArrowDown']
      : panels.rightToLeft
        ? ['ArrowRight', 'ArrowLeft']
        : ['ArrowLeft', 'ArrowRight'];
  if (key === back) return size - step;
  if (key === on) return size + step;
  if (key === 'Home') return panels.min;
  if (key === 'End') return panels.max;
  return null;
}
