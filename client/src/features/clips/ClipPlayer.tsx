import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownClip } from '#shared/features/clips.ts';
import { useMediaClient, useMediaSnapshot } from '../../media/useMedia.ts';
import { borrowPicture, givePictureBack } from '../../media/voices.ts';
import { useRoom } from '../../room/roomHooks.ts';
import { Waiting } from '../../ui/Spinner.tsx';
import { ClipKeeper } from './ClipKeeper.ts';
import styles from './ClipPlayer.module.css';
import { clipPath, renditionIn } from './clipPath.ts';

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
  const [isWaiting, setWaiting] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const onlySound = mode === 'audio';
  const rendition = renditionIn[small && !onlySound ? 'light' : mode];
  const still = clipPath(info.id, clip.id, 'still.webp');

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
      waiting: setWaiting,
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
    const hasFile = rendition !== 'sound.m4a' || (clip.sound && !silent);
    if (hasFile) keeper?.load(clipPath(info.id, clip.id, rendition));
  }, [keeper, info.id, clip.id, clip.sound, rendition, silent]);
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
        {isWaiting && !small && (
          <div className={styles.waiting} data-theme="dark">
            <Waiting label={t('clips.loading')} />
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
