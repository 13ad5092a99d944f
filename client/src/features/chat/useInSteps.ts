import { startTransition, useEffect, useState } from 'react';

/** A phone's height has room for about so many messages; to draw them takes a cheap one some 30 ms. */
const step = 12;

/**
 * The last of a list, more of them with each drawing until it is all of them, so that a cheap phone does not stand
 * still while the list appears. What the first drawing shows is none of it: a dialog that opens has enough to do.
 */
export function useInSteps<T>(all: readonly T[]): readonly T[] {
  const [drawn, setDrawn] = useState(0);
  const isWhole = drawn >= all.length;
  useEffect(() => {
    if (drawn === Number.POSITIVE_INFINITY) return;
    startTransition(() => setDrawn(isWhole ? Number.POSITIVE_INFINITY : drawn + step));
  }, [drawn, isWhole]);
  return isWhole ? all : all.slice(all.length - drawn);
}
