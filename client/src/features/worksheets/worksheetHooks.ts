import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { useRoom } from '../../room/roomHooks.ts';
import { showWorksheet } from './openWorksheets.ts';
import type { SyncState } from './syncState.ts';
import type { WorksheetSync } from './WorksheetSync.ts';

/** A document while this component is there; null at its very beginning. */
export function useWorksheet(docId: string): WorksheetSync | null {
  const { store, seat } = useRoom();
  const [sync, setSync] = useState<WorksheetSync | null>(null);
  useEffect(() => {
    const shown = showWorksheet(store, seat.participantId, docId);
    setSync(shown.sync);
    return shown.release;
  }, [store, seat.participantId, docId]);
  return sync;
}

export function useSyncState(sync: WorksheetSync): SyncState {
  return useSyncExternalStore(sync.subscribe, () => sync.state);
}

/** What a field holds. */
export function useFieldText(doc: Y.Doc, fieldId: string): string {
  const text = doc.getText(fieldId);
  const subscribe = useCallback(
    (listener: () => void) => {
      text.observe(listener);
      return () => text.unobserve(listener);
    },
    [text],
  );
  return useSyncExternalStore(subscribe, () => text.toString());
}

/** How many of these fields hold anything. */
export function useFilledCount(doc: Y.Doc, fieldIds: readonly string[]): number {
  const subscribe = useCallback(
    (listener: () => void) => {
      doc.on('update', listener);
      return () => doc.off('update', listener);
    },
    [doc],
  );
  return useSyncExternalStore(subscribe, () => fieldIds.filter((id) => doc.getText(id).length > 0).length);
}
