import { useCallback, useState } from 'react';
import { useRoom, useSignal, useView } from '../../room/roomHooks.ts';
import { sendFile } from '../../room/sendFile.ts';

/** A file on its way to being a deck: first its bytes go up, then its pages are drawn. */
export type Upload = {
  readonly id: string;
  readonly title: string;
  readonly step: 'sending' | 'checking' | 'toPdf' | 'drawing';
  /** From 0 to 1 within the step. */
  readonly share: number;
  /** The code of what went wrong, or null. */
  readonly problem: string | null;
};

/** Sends decks and follows them until the Room has them. */
export function useDeckUpload(): {
  uploads: readonly Upload[];
  upload: (file: File) => void;
  dismiss: (id: string) => void;
} {
  const { info, seat } = useRoom();
  const { decks } = useView('slides');
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const dismiss = useCallback((id: string) => setUploads((all) => all.filter((u) => u.id !== id)), []);
  const put = useCallback((upload: Upload) => {
    setUploads((all) => [...all.filter((u) => u.id !== upload.id), upload]);
  }, []);

  // Every member of the staff follows every deck, whoever sent it.
  useSignal((signal) => {
    if (signal.type !== 'deckProgress') return;
    const { deckId: id, title, done, total, problem } = signal;
    put({ id, title, step: signal.step as Upload['step'], share: done / total, problem });
  });

  const upload = useCallback(
    (file: File) => {
      const id = `sending-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
      const sending: Upload = { id, title: file.name, step: 'sending', share: 0, problem: null };
      put(sending);
      void sendFile({
        path: `/sessions/${info.id}/decks`,
        seat,
        file,
        onShare: (share) => put({ ...sending, share }),
      }).then((problem) => (problem ? put({ ...sending, problem }) : dismiss(id)));
    },
    [info.id, seat, put, dismiss],
  );
  // A hint may be lost; that the deck is there, is in the View.
  const unfinished = uploads.filter(({ id }) => !decks?.some((deck) => deck.id === id));
  return { uploads: unfinished, upload, dismiss };
}
