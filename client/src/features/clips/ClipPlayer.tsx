import { type ReactElement, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownClip } from '#shared/features/clips.ts';
import { useMediaClient, useMediaSnapshot } from '../../media/useMedia.ts';
import { borrowPicture, givePictureBack } from '../../media/voices.ts';
import { useRoom } from '../../room/roomHooks.ts';
import { Waiting } from '../../ui/Spinner.tsx';
import { ClipKeeper, type ClipPace } from './ClipKeeper.ts';
import styles from './ClipPlayer.module.css';
import { clipPath, patienceWith } from './clipPath.ts';
import { useRendition } from './useRendition.ts';

type ClipPlayerProps = {
  shown: ShownClip;
  silent?: boolean | undefined;
  small?: boolean | undefined;
  /** Stands below the picture. */
  children?: ReactNode;
};

/** A video in step with everybody's; in the mode of sound and slides its sound, and a still picture of it. */
export default function ClipPlayer({
  shown,
  silent = false,
  small = false,
  children,
}: ClipPlayerProps): ReactElement {
  const { t } = useTranslation();
  const { info, store } = useRoom();
  const media = useMediaClient();
  const { mode } = useMediaSnapshot();
  const { clip, playing, position, at } = shown;
  const [keeper, setKeeper] = useState<ClipKeeper | null>(null);
  const [pace, setPace] = useState<ClipPace>('inStep');
  const place = useRef<HTMLDivElement>(null);
  const { rendition, takeLess } = useRendition(mode, { small, hasSound: clip.sound && !silent });
  const onlySound = rendition === 'sound.m4a';
  const still = clipPath(info.id, clip.id, 'still.webp');

  const tooWeak = useEffectEvent(takeLess);
  useEffect(() => {
    const video = silent ? silentPicture() : borrowPicture();
    video.muted = silent;
    video.preload = 'auto';
    place.current?.append(video);
    const release = silent ? undefined : media?.adopt(video);
    const made = new ClipKeeper({
      element: video,
      now: () => store.clock.now(),
      refused: () => media?.soundRefused(),
      pace: setPace,
      tooWeak,
    });
    setKeeper(made);
    return () => {
      made.close();
      release?.();
      if (silent) video.remove();
      else givePictureBack(video);
    };
  }, [media, store, silent]);
  useEffect(() => {
    const hasFile = !onlySound || (clip.sound && !silent);
    if (hasFile) keeper?.load(clipPath(info.id, clip.id, rendition), patienceWith[rendition]);
  }, [keeper, info.id, clip.id, clip.sound, rendition, onlySound, silent]);
  useEffect(() => {
    keeper?.want({ playing, position, at }, clip.length);
  }, [keeper, playing, position, at, clip.length]);

  return (
    <figure
      className={styles.player}
      aria-label={t('clips.shows', { title: clip.title })}
      data-clip={clip.id}
      data-rendition={rendition}
    >
      <div className={styles.picture}>
        {/* Below the video: seen until it is there, and instead of it where only its sound is taken. */}
        <img className={styles.still} src={still} alt="" />
        <div ref={place} className={styles.place} hidden={onlySound} />
        {pace !== 'inStep' && !small && (
          <div className={styles.pace} data-pace={pace} data-theme="dark">
            <Waiting label={t(pace === 'off' ? 'clips.off' : 'clips.loading')} />
          </div>
        )}
      </div>
      {children}
    </figure>
  );
}

function silentPicture(): HTMLVideoElement {
  const video = document.createElement('video');
  video.playsInline = true;
  return video;
}
