import * as Y from 'yjs';
import type { DocumentRefusal, Writers } from '#shared/documents.ts';

/** What marks a change as typed here: to be sent, and to be taken back with "undo". One for each text area. */
export class Typing {}

/** Why what was typed last could not be kept. */
export type Lost = Extract<DocumentRefusal, 'fieldFull' | 'full' | 'discarded'>;

export type SyncState = {
  /** Another one after something was lost. */
  readonly doc: Y.Doc;
  readonly undo: Y.UndoManager;
  /** `closed`: this person may not read it, or not any more. */
  readonly at: 'loading' | 'open' | 'closed';
  readonly mayWrite: boolean;
  readonly isOnline: boolean;
  /** Some of what was typed here is not known to be on the server's disk. */
  readonly isUnsent: boolean;
  readonly savedAt: number | null;
  readonly writing: Writers;
  readonly lost: Lost | null;
};

/** An empty document before the server has said what is in it. */
export function newState(lost: Lost | null = null): SyncState {
  const doc = new Y.Doc();
  const undo = new Y.UndoManager(doc, { trackedOrigins: new Set([Typing]) });
  return {
    doc,
    undo,
    at: 'loading',
    mayWrite: false,
    isOnline: false,
    isUnsent: false,
    savedAt: null,
    writing: { writers: [], names: {} },
    lost,
  };
}
