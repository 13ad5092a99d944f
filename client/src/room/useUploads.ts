import { useCallback, useState } from 'react';
import type { HeardSignal } from './RoomStore.ts';
import { useRoom, useSignal } from './roomHooks.ts';
import { sendFile } from './sendFile.ts';

/** A file on its way to being the class's: first its bytes go up, then the server makes of it what it needs. */
export type Upload<Step extends string> = {
  readonly id: string;
  readonly title: string;
  readonly step: 'sending' | Step;
  /** From 0 to 1 within the step. */
  readonly share: number;
  /** The code of what went wrong, or null. */
  readonly problem: string | null;
};

/** Sends files, and follows those of every member of the staff until the Room has them. */
export function useUploads<Step extends string>(kind: {
  /** The API's name of what they become. */
  path: 'decks' | 'clips';
  /** What a Signal says of one that is being made; null if it is about something else. */
  progress: (signal: HeardSignal) => Upload<Step> | null;
  /** What the View holds: the hint that one is ready may be lost. */
  there: readonly { readonly id: string }[] | null | undefined;
}): { uploads: readonly Upload<Step>[]; upload: (file: File) => void; dismiss: (id: string) => void } {
  const { path, progress, there } = kind;
  const { info, seat } = useRoom();
  const [uploads, setUploads] = useState<readonly Upload<Step>[]>([]);
  const dismiss = useCallback((id: string) => setUploads((all) => all.filter((u) => u.id !== id)), []);
  const put = useCallback((upload: Upload<Step>) => {
    setUploads((all) => [...all.filter((u) => u.id !== upload.id), upload]);
  }, []);

  useSignal((signal) => {
    const upload = progress(signal);
    if (upload) put(upload);
  });

  const upload = useCallback(
    (file: File) => {
      const id = `sending-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
      const sending: Upload<Step> = { id, title: file.name, step: 'sending', share: 0, problem: null };
      put(sending);
      void sendFile({
        path: `/sessions/${info.id}/${path}`,
        seat,
        file,
        onShare: (share) => put({ ...sending, share }),
      }).then((problem) => (problem ? put({ ...sending, problem }) : dismiss(id)));
    },
    [info.id, path, seat, put, dismiss],
  );
  return { uploads: uploads.filter(({ id }) => !there?.some((one) => one.id === id)), upload, dismiss };
}
