import { documentWireOf } from '../../room/documentWire.ts';
import type { RoomStore } from '../../room/RoomStore.ts';
import { unsentCopy } from './unsentCopy.ts';
import { WorksheetSync } from './WorksheetSync.ts';

type Open = { readonly sync: WorksheetSync; lookers: number };

/** A Seat has a document open once, however many parts of the page show it. */
const open = new WeakMap<RoomStore, Map<string, Open>>();

/** The document as long as a part of the page shows it; `release` says that this part no longer does. */
export function showWorksheet(
  store: RoomStore,
  participantId: string,
  docId: string,
): { sync: WorksheetSync; release: () => void } {
  const ofStore = open.get(store) ?? new Map<string, Open>();
  open.set(store, ofStore);
  const shown = ofStore.get(docId) ?? {
    sync: new WorksheetSync(docId, documentWireOf(store), unsentCopy(participantId, docId), () =>
      ofStore.delete(docId),
    ),
    lookers: 0,
  };
  ofStore.set(docId, shown);
  shown.lookers += 1;
  shown.sync.stay();
  return {
    sync: shown.sync,
    release() {
      shown.lookers -= 1;
      if (shown.lookers === 0) shown.sync.leave();
    },
  };
}
