import { useEffect, useState } from 'react';
import { ApiProblem, askApi } from './api.ts';
import type { RoomStore } from './RoomStore.ts';
import { type RoomContext, useRoom } from './roomHooks.ts';

/** Between two networks nothing comes, in milliseconds. */
const tryAgainAfter = 1_000;

type Known = { readonly values: Map<string, unknown>; readonly coming: Map<string, Promise<void>> };
const knownIn = new WeakMap<RoomStore, Known>();

/**
 * What the View only names, since it is too large for a snapshot: it is asked for until it comes, once for
 * all that draw it, and kept as long as the class. What may change has another address then.
 *
 * @param path below the Session's; null for nothing
 * @returns null until it has come, and when there is nothing to be had
 */
export function useMaterial<T>(path: string | null): T | null {
  const room = useRoom();
  const { values, coming } = known(room.store);
  const [, setCount] = useState(0);
  useEffect(() => {
    if (path === null || values.has(path)) return;
    let drawn = true;
    const asked = coming.get(path) ?? ask(room, path).finally(() => coming.delete(path));
    coming.set(path, asked);
    void asked.then(() => drawn && setCount((count) => count + 1));
    return () => {
      drawn = false;
    };
  }, [room, values, coming, path]);
  return path === null ? null : ((values.get(path) as T | undefined) ?? null);
}

function known(store: RoomStore): Known {
  const before = knownIn.get(store);
  if (before) return before;
  const made: Known = { values: new Map(), coming: new Map() };
  knownIn.set(store, made);
  return made;
}

/** Until it has come, until it can't be had any more, or until the class is left. */
async function ask({ store, info, seat }: RoomContext, path: string): Promise<void> {
  while (store.view) {
    try {
      known(store).values.set(path, await askApi(`/sessions/${info.id}${path}`, { seat }));
      return;
    } catch (problem) {
      const { code } = problem as ApiProblem;
      if (!(problem instanceof ApiProblem) || !worthAnotherTry.has(code)) return;
      await new Promise((resolve) => setTimeout(resolve, tryAgainAfter));
    }
  }
}

const worthAnotherTry = new Set(['unreachable', 'failed', 'tooFast']);
