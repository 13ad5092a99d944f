import { type RefObject, useEffect } from 'react';
import { useMediaClient } from './useMedia.ts';

/** Tells media how wide a picture is here, as long as it can be seen: nothing larger has to come. */
export function useShownWidth(element: RefObject<HTMLElement | null>, consumerId: string | null): void {
  const client = useMediaClient();
  useEffect(() => {
    const place = element.current;
    if (!client || !place || consumerId === null) return;
    let isInView = true;
    let stop = () => {};
    const tell = () => {
      const isSeen = isInView && document.visibilityState === 'visible';
      stop = client.show(consumerId, place, isSeen ? place.clientWidth * devicePixelRatio : 0);
    };
    const resized = new ResizeObserver(tell);
    const moved = new IntersectionObserver((entries) => {
      isInView = entries.at(-1)?.isIntersecting ?? true;
      tell();
    });
    tell();
    resized.observe(place);
    moved.observe(place);
    document.addEventListener('visibilitychange', tell);
    return () => {
      resized.disconnect();
      moved.disconnect();
      document.removeEventListener('visibilitychange', tell);
      stop();
    };
  }, [client, element, consumerId]);
}
