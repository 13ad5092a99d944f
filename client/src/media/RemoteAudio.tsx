import { type ReactElement, useEffect } from 'react';
import { useMediaClient, useMediaSnapshot } from './useMedia.ts';
import { borrowVoice, giveVoiceBack } from './voices.ts';

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

function Voice({ track }: { track: MediaStreamTrack }): null {
  const client = useMediaClient();
  useEffect(() => {
    if (!client) return;
    const sink = borrowVoice();
    sink.srcObject = new MediaStream([track]);
    const stop = client.play(sink);
    return () => {
      stop();
      giveVoiceBack(sink);
    };
  }, [client, track]);
  return null;
}
