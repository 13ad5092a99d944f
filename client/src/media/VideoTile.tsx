import { type ReactElement, useEffect, useRef } from 'react';
import { useMe } from '../room/roomHooks.ts';
import { cx } from '../ui/cx.ts';
import { keepPlaying } from './keepPlaying.ts';
import { useMediaSnapshot } from './useMedia.ts';
import { useShownWidth } from './useShownWidth.ts';
import styles from './VideoTile.module.css';

export type VideoTileProps = {
  participantId: string;
  source: 'camera' | 'screen';
  /** Whose it is, in words. */
  name: string;
};

/** One picture of somebody, or their name where there is none. One's own camera is shown as in a mirror. */
export function VideoTile({ participantId, source, name }: VideoTileProps): ReactElement {
  const { local, remote } = useMediaSnapshot();
  const tile = useRef<HTMLElement>(null);
  const isMine = useMe().id === participantId;
  const theirs = remote.find((r) => r.participantId === participantId && r.source === source);
  const track = isMine ? local[source].track : theirs && !theirs.muted ? theirs.track : null;
  useShownWidth(tile, isMine ? null : (theirs?.consumerId ?? null));
  return (
    <figure ref={tile} className={styles.tile}>
      {track ? (
        <Picture
          track={track}
          label={name}
          mirrored={isMine && source === 'camera'}
          whole={source === 'screen'}
        />
      ) : (
        <span className={styles.nobody} aria-hidden="true">
          {name.slice(0, 1)}
        </span>
      )}
      <figcaption className={styles.name}>{name}</figcaption>
    </figure>
  );
}

type PictureProps = { track: MediaStreamTrack; label: string; mirrored: boolean; whole: boolean };

function Picture({ track, label, mirrored, whole }: PictureProps): ReactElement {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current;
    if (!video) return;
    video.srcObject = new MediaStream([track]);
    // Without sound every browser plays; what fails here is an element that is gone already.
    const play = () => video.play().catch(() => undefined);
    void play();
    const stop = keepPlaying(video, play);
    return () => {
      stop();
      video.srcObject = null;
    };
  }, [track]);
  return (
    <video
      ref={element}
      className={cx(styles.picture, mirrored && styles.mirrored, whole && styles.whole)}
      aria-label={label}
      muted
      playsInline
    />
  );
}
