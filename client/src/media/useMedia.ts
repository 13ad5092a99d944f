import { use, useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Source } from '#shared/media.ts';
import { useCommand, useView } from '../room/roomHooks.ts';
import type { DeviceProblem } from './deviceProblems.ts';
import type { MediaClient } from './MediaClient.ts';
import { MediaContext } from './MediaProvider.tsx';
import { type MediaSnapshot, offSnapshot } from './MediaSnapshot.ts';
import { switchCommand } from './switchCommand.ts';

const never = () => () => {};

/** The media of this page; null until the page has begun with it. */
export const useMediaClient = (): MediaClient | null => use(MediaContext);

export function useMediaSnapshot(): MediaSnapshot {
  const client = useMediaClient();
  return useSyncExternalStore(client?.subscribe ?? never, client?.getSnapshot ?? (() => offSnapshot));
}

export type Media = MediaSnapshot & {
  /** Call it from a tap: opens the device, then asks the Room. @returns why the device can't be had, or null. */
  turnOn(source: Source): Promise<DeviceProblem | null>;
  turnOff(source: Source): Promise<void>;
  choose: MediaClient['choose'];
  /** Call it from a tap, while `needsTap`. */
  allowSound(): Promise<void>;
};

/** Sound and picture of this page, and what switches them. */
export function useMedia(): Media {
  const client = useMediaClient();
  const snapshot = useMediaSnapshot();
  const { me } = useView('stage');
  const { send } = useCommand();

  const turnOn = useCallback(
    async (source: Source) => {
      if (!client) return null;
      const problem = await client.open(source);
      if (!problem && !me[source]) await send(switchCommand(source, true));
      client.settle(source);
      return problem;
    },
    [client, me, send],
  );
  const turnOff = useCallback(
    async (source: Source) => {
      client?.pause(source);
      await send(switchCommand(source, false));
    },
    [client, send],
  );
  const choose = useCallback<MediaClient['choose']>(async (kind, id) => client?.choose(kind, id), [client]);
  const allowSound = useCallback(async () => client?.allowSound(), [client]);
  return useMemo(
    () => ({ ...snapshot, turnOn, turnOff, choose, allowSound }),
    [snapshot, turnOn, turnOff, choose, allowSound],
  );
}
