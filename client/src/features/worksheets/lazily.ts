import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** Between two networks a file doesn't come, in milliseconds. */
const tryAgainAfter = 1_000;

/**
 * A component that is loaded, and Yjs with it, when it is first drawn: whoever never sees a Worksheet saves the
 * 22 kB. It is asked for until it comes, as React would take one failure for the end of the page.
 */
export function lazily<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
): LazyExoticComponent<ComponentType<P>> {
  const ask = (): Promise<{ default: ComponentType<P> }> =>
    load().catch(async () => {
      await new Promise((resolve) => setTimeout(resolve, tryAgainAfter));
      return ask();
    });
  return lazy(ask);
}
