import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import {
  clampZoom,
  type Point,
  panned,
  pinched,
  type Sizes,
  toggled,
  whole,
  type Zoom,
} from './zoomGeometry.ts';

/** Two taps within this time and distance are a double tap, in milliseconds and pixels. */
const doubleTap = { within: 320, near: 32 };
/** A finger that has travelled less has tapped, in pixels. */
const tapLength = 10;

type Finger = { readonly from: Point; readonly at: Point };

type ZoomOptions = {
  /** What is seen: another one begins whole again, the same keeps its zoom. */
  subject: string;
  /** One finger went sideways by so many pixels over what isn't enlarged; to the left is negative. */
  onSwipe?: ((distance: number) => void) | undefined;
};

/**
 * Enlarging by touch: two fingers, a double tap, and one finger to move what is enlarged. The mouse is
 * left alone. Give `place` to the element that is looked through and `content` to the one inside it, which
 * fills at most the place and stands in its middle.
 */
export function useZoom<P extends HTMLElement, C extends HTMLElement>({
  subject,
  onSwipe,
}: ZoomOptions): { place: RefObject<P | null>; content: RefObject<C | null>; zoomed: boolean } {
  const place = useRef<P>(null);
  const content = useRef<C>(null);
  const zoom = useRef<Zoom>(whole);
  const swipe = useEffectEvent((distance: number) => onSwipe?.(distance));
  const [zoomed, setZoomed] = useState(false);

  const become = useRef((next: Zoom) => {
    zoom.current = next;
    const { scale, x, y } = next;
    // Not by React: sixty times a second, of one element.
    if (content.current)
      content.current.style.transform = scale > 1 ? `translate(${x}px, ${y}px) scale(${scale})` : '';
    setZoomed(scale > 1);
  });

  // Another subject begins anew.
  useLayoutEffect(() => become.current(whole), [subject]);

  useEffect(() => {
    const outside = place.current;
    const inside = content.current;
    if (!outside || !inside) return;
    return listen(outside, inside, {
      zoom: () => zoom.current,
      become: (next) => become.current(next),
      swipe,
    });
  }, []);
  return { place, content, zoomed };
}

type Handlers = { zoom: () => Zoom; become: (zoom: Zoom) => void; swipe: (distance: number) => void };

/** Follows the fingers on an element; returns how to stop. */
function listen(place: HTMLElement, content: HTMLElement, { zoom, become, swipe }: Handlers): () => void {
  const fingers = new Map<number, Finger>();
  /** The zoom when the last finger came or went; each finger's `from` is where it was then. */
  let base = zoom();
  /** A gesture of two fingers is no tap and no swipe, also when one of them has gone. */
  let single = true;
  let lastTap: { at: Point; time: number } | null = null;

  const sizes = (): Sizes => ({
    place: { width: place.clientWidth, height: place.clientHeight },
    content: { width: content.offsetWidth, height: content.offsetHeight },
  });
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top, width, height } = place.getBoundingClientRect();
    return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
  };
  const beginAnew = (): void => {
    base = zoom();
    for (const [id, { at }] of fingers) fingers.set(id, { from: at, at });
  };
  const down = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') return;
    single = fingers.size === 0;
    const at = pointOf(event);
    fingers.set(event.pointerId, { from: at, at });
    beginAnew();
  };
  const move = (event: PointerEvent): void => {
    const finger = fingers.get(event.pointerId);
    if (!finger) return;
    fingers.set(event.pointerId, { ...finger, at: pointOf(event) });
    const [one, two] = fingers.values();
    if (one && two) become(pinched(base, [one.from, two.from], [one.at, two.at], sizes()));
    else if (one && base.scale > 1)
      become(panned(base, { x: one.at.x - one.from.x, y: one.at.y - one.from.y }, sizes()));
  };
  const up = (event: PointerEvent): void => {
    const finger = fingers.get(event.pointerId);
    gone(event);
    if (!finger || !single) return;
    const at = pointOf(event);
    const travelled = { x: at.x - finger.from.x, y: at.y - finger.from.y };
    if (Math.hypot(travelled.x, travelled.y) < tapLength) tap(at, event.timeStamp);
    else if (zoom().scale === 1 && Math.abs(travelled.x) > Math.abs(travelled.y)) swipe(travelled.x);
  };
  const tap = (at: Point, time: number): void => {
    const before = lastTap;
    const isSecond =
      before !== null &&
      time - before.time < doubleTap.within &&
      Math.hypot(at.x - before.at.x, at.y - before.at.y) < doubleTap.near;
    lastTap = isSecond ? null : { at, time };
    if (isSecond) become(toggled(zoom(), at, sizes()));
  };
  const gone = (event: PointerEvent): void => {
    fingers.delete(event.pointerId);
    beginAnew();
  };
  // The browser scrolls by one finger where it may, and must not take two for a scroll, nor enlarge the page.
  const keep = (event: TouchEvent): void => {
    if (event.touches.length > 1 || zoom().scale > 1) event.preventDefault();
  };
  const resized = new ResizeObserver(() => become(clampZoom(zoom(), sizes())));
  resized.observe(place);

  const stop = new AbortController();
  const { signal } = stop;
  place.addEventListener('pointerdown', down, { signal });
  place.addEventListener('pointermove', move, { signal });
  place.addEventListener('pointerup', up, { signal });
  place.addEventListener('pointercancel', gone, { signal });
  place.addEventListener('touchmove', keep, { signal, passive: false });
  return () => {
    stop.abort();
    resized.disconnect();
  };
}
