import { createContext, type ReactElement, type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomView } from '#shared/contract.ts';
import type { MediaMode } from '#shared/media.ts';
import { mediaWireOf } from '../room/mediaWire.ts';
import type { RoomStore } from '../room/RoomStore.ts';
import { useRoom } from '../room/roomHooks.ts';
import { showToast } from '../ui/toasts.ts';
import { MediaClient } from './MediaClient.ts';
import type { Wishes } from './Sending.ts';
import { switchCommand } from './switchCommand.ts';

export const MediaContext = createContext<MediaClient | null>(null);

/** Gives a class page its sound and picture, for as long as it's there. */
export function MediaProvider({ children }: { children: ReactNode }): ReactElement {
  const { store, seat } = useRoom();
  const { t } = useTranslation();
  const [client, setClient] = useState<MediaClient | null>(null);
  const modeChanged = useEffectEvent((mode: MediaMode) => {
    showToast({ tone: mode === 'full' ? 'good' : 'info', text: t(`stage.mode.now.${mode}`) });
  });
  useEffect(() => {
    const media = new MediaClient(mediaWireOf(store.socket), {
      key: seat.participantId,
      // The Room must not say that somebody is heard who isn't.
      cannot: (source) => void store.send(switchCommand(source, false)),
      modeChanged,
    });
    const unfollow = follow(store, media);
    setClient(media);
    return () => {
      unfollow();
      media.close();
    };
  }, [store, seat.participantId]);
  return <MediaContext value={client}>{children}</MediaContext>;
}

/** Keeps media at what the Room says, from connection to connection. @returns what ends that. */
function follow(store: RoomStore, media: MediaClient): () => void {
  let isLive = false;
  const changed = () => {
    const { connection } = store;
    if (connection.at === 'live') media.want(wishesOf(connection.view));
    if ((connection.at === 'live') === isLive) return;
    isLive = connection.at === 'live';
    if (isLive) media.start();
    else media.lost();
  };
  changed();
  return store.subscribe(changed);
}

const wishesOf = ({ stage: { me } }: RoomView): Wishes => ({
  microphone: me.microphone,
  camera: me.camera,
  screen: me.screen,
});
