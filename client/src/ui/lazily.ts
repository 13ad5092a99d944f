import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { NewVersion } from './NewVersion.tsx';
import { isOutdated, reloadOnce } from './newerBuild.ts';

/** Between two networks a file doesn't come, in milliseconds. */
const tryAgainAfter = 1_000;

type Load<P extends object> = () => Promise<{ default: ComponentType<P> }>;
type Lazy<P extends object> = LazyExoticComponent<ComponentType<P>>;

/**
 * A component that is loaded when it is first drawn. It is asked for until it comes, as React would take one failure
 * for the end of the page; where a new version of the site has taken it away, its place says so.
 */
function lazily<P extends object>(load: Load<P>, whenGone: () => void = () => undefined): Lazy<P> {
  const ask: Load<P> = async () => {
    for (;;) {
      try {
        return await load();
      } catch {
        if (await isOutdated()) {
          whenGone();
          return { default: NewVersion };
        }
        await new Promise((resolve) => setTimeout(resolve, tryAgainAfter));
      }
    }
  };
  return lazy(ask);
}

/** The main part of a page: nobody has anything to lose before it is there, so a new version is loaded at once. */
export const lazyPage = <P extends object>(load: Load<P>): Lazy<P> => lazily(load, reloadOnce);

const parts = new Set<() => Promise<unknown>>();

/**
 * A part that most pages draw later or never: whoever comes in does not wait for it. {@link loadPartsAhead} fetches
 * it all the same, so that a new version of the site, or a lost network, can't take it away in the middle of a class.
 */
export function lazyPart<P extends object>(load: Load<P>): Lazy<P> {
  parts.add(load);
  return lazily(load);
}

/**
 * Loads every part that the pages loaded so far may draw, one after the other: all at once they would keep a cheap
 * phone busy. What can't be had now is asked for when it is drawn.
 */
export async function loadPartsAhead(): Promise<void> {
  for (const load of parts) await load().catch(() => undefined);
}
