import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** This near to its end a list counts as being there, in pixels: zoomed pages scroll in fractions. */
const nearEnd = 24;

/**
 * Keeps a list at its end while things come, unless its reader went up; then what they read stays in
 * its place, also when older things come in above it. Its style needs `overflow-anchor: none`.
 *
 * @param first and @param last name what the list begins and ends with
 */
export function useStayAtEnd(
  first: string | undefined,
  last: string | undefined,
): { list: RefObject<HTMLDivElement | null>; atEnd: boolean; onScroll: () => void; toEnd: () => void } {
  const list = useRef<HTMLDivElement>(null);
  const stays = useRef(true);
  const drawn = useRef({ first, height: 0 });
  // As tall as it was when its end was last looked for.
  const tall = useRef(0);
  const [atEnd, setAtEnd] = useState(true);

  const toEnd = (): void => {
    stays.current = true;
    setAtEnd(true);
    list.current?.scrollTo({ top: list.current.scrollHeight });
  };
  const onScroll = (): void => {
    const { scrollHeight, scrollTop, clientHeight } = list.current!;
    // A list that was just made shorter scrolled by itself: no reader left its end.
    if (clientHeight !== tall.current) return;
    stays.current = scrollHeight - scrollTop - clientHeight < nearEnd;
    setAtEnd(stays.current);
  };

  useLayoutEffect(() => {
    // To ask for a height has the page laid out at once.
    if (last === undefined) return;
    const element = list.current!;
    if (stays.current) element.scrollTop = element.scrollHeight;
    else if (drawn.current.first !== first) element.scrollTop += element.scrollHeight - drawn.current.height;
    drawn.current = { first, height: element.scrollHeight };
  }, [first, last]);

  // An on-screen keyboard takes half of the list away: its end, not its top, must stay in sight.
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      tall.current = list.current?.clientHeight ?? 0;
      if (stays.current) list.current?.scrollTo({ top: list.current.scrollHeight });
    });
    observer.observe(list.current!);
    return () => observer.disconnect();
  }, []);
  return { list, atEnd, onScroll, toEnd };
}
