import { createContext, type ReactElement, type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomView } from '#shared/contract.ts';
import type { MediaMode, Source } from '#shared/media.ts';
import { mediaWireOf } from '../room/mediaWire.ts';
import type { RoomStore } from '../room/RoomStore.ts';
import { useRoom } from '../room/roomHooks.ts';
import { showToast } from '../ui/toasts.ts';
import type { BlurProblem } from './blur/BlurKeeper.ts';
import type { DeviceNews } from './DeviceKeeper.ts';
import type { DeviceProblem } from './deviceProblems.ts';
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
  const deviceNews = useEffectEvent(({ kind, happened, device, used }: DeviceNews) => {
    const text =
      happened === 'back'
        ? t('stage.device.back', { device })
        : t(`stage.device.${kind === 'speaker' ? 'speakerGone' : 'gone'}`, { device, used });
    showToast({ tone: 'info', text });
  });
  const cannot = useEffectEvent((source: Source, problem: DeviceProblem) => {
    // A shared screen that was ended in the browser's own bar is no news to who did it.
    if (source !== 'screen') showToast({ tone: 'error', text: t(`stage.problem.${source}.${problem}`) });
  });
  const keptMuted = useEffectEvent((source: Source) => {
    if (source !== 'screen') showToast({ tone: 'error', text: t(`stage.keptMuted.${source}`) });
  });
  const blurFailed = useEffectEvent((why: BlurProblem) => {
    showToast({ tone: 'error', text: t(`stage.blur.${why}`) });
  });
  useEffect(() => {
    const media = new MediaClient(mediaWireOf(store.socket), {
      key: seat.participantId,
      // The Room must not say that somebody is heard who isn't.
      cannot: (source, problem) => {
        void store.send(switchCommand(source, false));
        cannot(source, problem);
      },
      stillOn: (source) => void store.send(switchCommand(source, false)),
      // A camera whose picture has stopped is off, for everybody to see.
      blurFailed: (why) => {
        void store.send(switchCommand('camera', false));
        blurFailed(why);
      },
      keptMuted,
      modeChanged,
      deviceNews,
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
  let at: 'live' | 'lost' | 'over' = 'lost';
  const changed = () => {
    const { connection } = store;
    const view = connection.at === 'live' ? connection.view : null;
    // After the class the server has no media for anybody.
    const next = view === null ? 'lost' : view.session.phase === 'closed' ? 'over' : 'live';
    if (view && next === 'live') media.want(wishesOf(view));
    if (next === at) return;
    at = next;
    if (at === 'live') media.start();
    else if (at === 'over') media.over();
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
