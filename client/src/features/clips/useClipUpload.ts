import { useCallback, useState } from 'react';
import { useRoom, useSignal, useView } from '../../room/roomHooks.ts';
import { sendFile } from '../../room/sendFile.ts';

/** A file on its way to being a video of the class: first its bytes go up, then it is converted. */
export type ClipUpload = {
  readonly id: string;
  readonly title: string;
  readonly step: 'sending' | 'converting';
  /** From 0 to 1 within the step. */
  readonly share: number;
  /** The code of what went wrong, or null. */
  readonly problem: string | null;
};

/** Sends videos and follows them until the Room has them. */
export function useClipUpload(): {
  uploads: readonly ClipUpload[];
  upload: (file: File) => void;
  dismiss: (id: string) => void;
} {
  const { info, seat } = useRoom();
  const { clips } = useView('clips');
  const [uploads, setUploads] = useState<readonly ClipUpload[]>([]);
  const dismiss = useCallback((id: string) => setUploads((all) => all.filter((u) => u.id !== id)), []);
  const put = useCallback((upload: ClipUpload) => {
    setUploads((all) => [...all.filter((u) => u.id !== upload.id), upload]);
  }, []);

  // Every member of the staff follows every video, whoever sent it.
  useSignal((signal) => {
    if (signal.type !== 'clipProgress') return;
    const { clipId: id, title, share, problem } = signal;
    put({ id, title, step: 'converting', share, problem });
  });

  const upload = useCallback(
    (file: File) => {
      const id = `sending-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
      const sending: ClipUpload = { id, title: file.name, step: 'sending', share: 0, problem: null };
      put(sending);
      void sendFile({
        path: `/sessions/${info.id}/clips`,
        seat,
        file,
        onShare: (share) => put({ ...sending, share }),
      }).then((problem) => (problem ? put({ ...sending, problem }) : dismiss(id)));
    },
    [info.id, seat, put, dismiss],
  );
  // A hint may be lost; that the video is there, is in the View.
  const unfinished = uploads.filter(({ id }) => !clips?.some((clip) => clip.id === id));
  return { uploads: unfinished, upload, dismiss };
}
