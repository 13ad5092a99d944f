import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

/** The path of the address, which says which page is drawn. */
export const usePath = (): string => useSyncExternalStore(follow, () => location.pathname);

function follow(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
}

/** Goes to another page of the site; the browser's "back" leads here again. */
export function goTo(path: string): void {
  history.pushState(null, '', path);
  for (const listener of listeners) listener();
}
