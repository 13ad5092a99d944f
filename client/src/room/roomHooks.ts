import {
  createContext,
  use,
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useTranslation } from 'react-i18next';
import { isStaff } from '#shared/basics.ts';
import type { Command, RoomView } from '#shared/contract.ts';
import type { Joined } from '#shared/http/join.ts';
import type { SessionInfo } from '#shared/http/session.ts';
import type { Reply } from '#shared/socket.ts';
import { showToast } from '../ui/toasts.ts';
import type { Connection, HeardSignal, RoomStore } from './RoomStore.ts';

/** What every part of a class page shares. */
export type RoomContext = { readonly store: RoomStore; readonly info: SessionInfo; readonly seat: Joined };
export const RoomContext = createContext<RoomContext | null>(null);

export function useRoom(): RoomContext {
  const room = use(RoomContext);
  if (!room) throw new Error('This component belongs inside a class page.');
  return room;
}

export function useConnection(store: RoomStore): Connection {
  return useSyncExternalStore(store.subscribe, () => store.connection);
}

/** One feature's View. It is the same object until an Event of that feature. */
export const useView = <F extends keyof RoomView>(feature: F): RoomView[F] =>
  useOfView((view) => view[feature]);

/** A part of the View; drawn anew when the part is another one. `pick` must not make new objects. */
function useOfView<T>(pick: (view: RoomView) => T): T {
  const { store } = useRoom();
  const last = useRef<RoomView | null>(null);
  return useSyncExternalStore(store.subscribe, () => {
    // After the end the page is taken away; until then it shows what it last showed.
    const view = store.view ?? last.current;
    if (!view) throw new Error('A class page is drawn only when there is a View.');
    last.current = view;
    return pick(view);
  });
}

/** What stands for a name that this person may not see, or has not heard yet. */
const unnamed = '–';

/** The name of someone whom this person may see named; a dash for anybody else. */
export function useNames(): (id: string) => string {
  const { store } = useRoom();
  const names = useSyncExternalStore(store.subscribe, () => store.names);
  return useCallback((id: string) => names[id] ?? unnamed, [names]);
}

/** The same for one person, whose part of the page is not drawn anew with everybody else's name. */
export function useName(id: string): string {
  const { store } = useRoom();
  return useSyncExternalStore(store.subscribe, () => store.names[id] ?? unnamed);
}

export function useMe(): RoomView['people']['me'] & { readonly staff: boolean } {
  // Not all of the people: how many are here changes all the time while a class comes in.
  const me = useOfView((view) => view.people.me);
  return { ...me, staff: isStaff(me.role) };
}

export type SendCommand = (command: Command) => Promise<Reply>;

/**
 * Sends Commands; `pending` from the tap until the reply, for the button that was tapped. A Refusal is
 * said in a toast, unless the caller wants to say it itself.
 */
export function useCommand(options: { quiet?: boolean } = {}): { send: SendCommand; pending: boolean } {
  const { store } = useRoom();
  const { t } = useTranslation();
  const [count, setCount] = useState(0);
  const { quiet = false } = options;
  const send = useCallback(
    async (command: Command) => {
      setCount((n) => n + 1);
      const reply = await store.send(command);
      setCount((n) => n - 1);
      if (!reply.ok && !quiet) showToast({ tone: 'error', text: t(`refusals.${reply.refusal}`) });
      return reply;
    },
    [store, t, quiet],
  );
  return { send, pending: count > 0 };
}

export function useSignal(listener: (signal: HeardSignal) => void): void {
  const { store } = useRoom();
  const heard = useEffectEvent(listener);
  useEffect(() => store.onSignal((signal) => heard(signal)), [store]);
}

/** The server's time, drawn anew each second; for timers. */
export function useServerNow(running = true): number {
  const { store } = useRoom();
  const [now, setNow] = useState(() => store.clock.now());
  useEffect(() => {
    if (!running) return;
    setNow(store.clock.now());
    const timer = setInterval(() => setNow(store.clock.now()), 1_000);
    return () => clearInterval(timer);
  }, [store, running]);
  return now;
}
