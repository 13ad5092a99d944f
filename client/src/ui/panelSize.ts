export type Direction = 'across' | 'down';
/** Which of the two panels has the size; the other takes what is left. */
export type Side = 'first' | 'second';
/** How small and how large the sized panel may be, in rem; `min` is not above `max`. */
export type Bounds = { readonly min: number; readonly max: number };

/** How far an arrow key moves the line, in rem. */
const step = 2;

/**
 * The bounds that leave the other panel `rest` of `whole`, all in rem. In a window that is too small for
 * both, the sized panel keeps its least size.
 */
export const boundsIn = (whole: number, { min, max }: Bounds, rest: number): Bounds => ({
  min,
  max: Math.max(min, Math.min(max, whole - rest)),
});

/** Keeps a size in its bounds; what isn't a number, such as an old remembered value, becomes the initial size. */
export const withinBounds = (size: number, { min, max }: Bounds, initial: number): number =>
  Math.min(max, Math.max(min, Number.isFinite(size) ? size : initial));

/** The sized panel's length when the line is under the pointer, in the unit of the arguments. */
export function sizeAtPointer(
  pointer: { clientX: number; clientY: number },
  whole: { left: number; top: number; width: number; height: number },
  panels: { direction: Direction; sized: Side; rightToLeft: boolean },
): number {
  const { direction, sized, rightToLeft } = panels;
  const length = direction === 'down' ? whole.height : whole.width;
  const along = direction === 'down' ? pointer.clientY - whole.top : pointer.clientX - whole.left;
  const fromStart = direction === 'across' && rightToLeft ? length - along : along;
  return sized === 'first' ? fromStart : length - fromStart;
}

/** The size that a key asks for, or null for a key that asks for none. */
export function sizeAfterKey(
  key: string,
  size: number,
  panels: Bounds & { direction: Direction; sized: Side; rightToLeft: boolean },
): number | null {
  const [back, on] =
    panels.direction === 'down'
      ? ['ArrowUp', 'ArrowDown']
      : panels.rightToLeft
        ? ['ArrowRight', 'ArrowLeft']
        : ['ArrowLeft', 'ArrowRight'];
  const outwards = panels.sized === 'first' ? step : -step;
  if (key === back) return size - outwards;
  if (key === on) return size + outwards;
  if (key === 'Home') return panels.min;
  if (key === 'End') return panels.max;
  return null;
}
