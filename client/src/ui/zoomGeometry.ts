/** How far something is enlarged, and where its middle lies then, in pixels from the middle of its place. */
export type Zoom = { readonly scale: number; readonly x: number; readonly y: number };
/** A point in pixels from the middle of the place. */
export type Point = { readonly x: number; readonly y: number };
export type Size = { readonly width: number; readonly height: number };
/** What is enlarged, at its own size, and the place through which one sees it; in pixels. */
export type Sizes = { readonly content: Size; readonly place: Size };

/** As it is, without enlargement. */
export const whole: Zoom = { scale: 1, x: 0, y: 0 };
/** What a double tap enlarges to: the small print of a slide is read at arm's length. */
export const doubleTapScale = 2.5;
const largest = 5;

const between = (least: number, value: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** The nearest to a zoom that shows no gap: what is smaller than its place stays in the middle of it. */
export function clampZoom({ scale, x, y }: Zoom, { content, place }: Sizes): Zoom {
  const size = between(1, scale, largest);
  const room = (inside: number, outside: number): number => Math.max(0, (inside * size - outside) / 2);
  const across = room(content.width, place.width);
  const down = room(content.height, place.height);
  return { scale: size, x: between(-across, x, across), y: between(-down, y, down) };
}

/** One finger moves by so much. */
export const panned = (zoom: Zoom, by: Point, sizes: Sizes): Zoom =>
  clampZoom({ ...zoom, x: zoom.x + by.x, y: zoom.y + by.y }, sizes);

/** Enlarges by a factor around a point, which stays under the finger. */
function enlarged(zoom: Zoom, factor: number, around: Point, sizes: Sizes): Zoom {
  const scale = between(1, zoom.scale * factor, largest);
  const grown = scale / zoom.scale;
  const moved = (point: number, middle: number): number => point - (point - middle) * grown;
  return clampZoom({ scale, x: moved(around.x, zoom.x), y: moved(around.y, zoom.y) }, sizes);
}

/** Two fingers go from one pair of points to another: what lay under each stays under it. */
export function pinched(
  zoom: Zoom,
  from: readonly [Point, Point],
  to: readonly [Point, Point],
  sizes: Sizes,
): Zoom {
  const apart = ([a, b]: readonly [Point, Point]): number => Math.hypot(a.x - b.x, a.y - b.y);
  const middle = ([a, b]: readonly [Point, Point]): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const [before, now] = [middle(from), middle(to)];
  const factor = apart(to) / Math.max(1, apart(from));
  return panned(enlarged(zoom, factor, before, sizes), { x: now.x - before.x, y: now.y - before.y }, sizes);
}

/** A double tap: in to where it was, or out again. */
export const toggled = (zoom: Zoom, at: Point, sizes: Sizes): Zoom =>
  zoom.scale > 1 ? whole : enlarged(zoom, doubleTapScale, at, sizes);
