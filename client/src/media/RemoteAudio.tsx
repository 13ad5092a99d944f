import { type ReactElement, useEffect, useRef } from 'react';
import { useMediaClient, useMediaSnapshot } from './useMedia.ts';

/** Plays everybody's voice. It shows nothing, and belongs into a class page once. */
export function RemoteAudio(): ReactElement {
  const { remote } = useMediaSnapshot();
  return (
    <>
      {remote
        .filter(({ source }) => source === 'microphone')
        .map(({ consumerId, track }) => (
          <Voice key={consumerId} track={track} />
        ))}
    </>
  );
}

function Voice({ track }: { track: MediaStreamTrack }): ReactElement {
  const element = useRef<HTMLAudioElement>(null);
  const client = useMediaClient();
  useEffect(() => {
    const sink = element.current;
    if (!sink || !client) return;
    sink.srcObject = new MediaStream([track]);
    const stop = client.play(sink);
    return () => {
      stop();
      sink.srcObject = null;
    };
  }, [client, track]);
  // biome-ignore lint/a11y/useMediaCaption: A live voice has no captions of its own.
  return <audio ref={element} />;
}
