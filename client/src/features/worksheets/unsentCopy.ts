import { remember, remembered } from '../../ui/remembered.ts';
import { fromBase64, toBase64 } from './base64.ts';

/** What could not be sent yet, where it outlasts this page. */
export interface UnsentCopy {
  read(): Uint8Array[];
  /** Nothing is kept with an empty list. */
  write(updates: readonly Uint8Array[]): void;
}

/** This browser's copy, for one person and document. */
export function unsentCopy(participantId: string, docId: string): UnsentCopy {
  const key = `score.unsent.${participantId}.${docId}`;
  return {
    read() {
      try {
        return (remembered(key) ?? '').split(',').filter(Boolean).map(fromBase64);
      } catch {
        return []; // Somebody else wrote it.
      }
    },
    write: (updates) => remember(key, updates.length > 0 ? updates.map(toBase64).join() : null),
  };
}
