import { fieldsOf } from '#shared/features/worksheets.ts';
import type { DocumentRules } from './documents/RoomDocuments.ts';
import { mayRead, mayWrite } from './features/worksheets/rights.ts';
import { templateOf } from './features/worksheets/state.ts';
import type { RoomState } from './room/features.ts';

/** What the Worksheets' State says of who may do what with which document. */
export const documentRules: DocumentRules = {
  fieldsOf: ({ worksheets }, docId) => {
    const template = templateOf(worksheets, docId);
    return template ? fieldsOf(template).map(({ id }) => id) : [];
  },
  mayRead: (state, participantId, docId) => {
    const reader = present(state, participantId);
    return reader !== null && mayRead(state.worksheets, reader, docId);
  },
  mayWrite: (state, participantId, docId) => {
    const writer = present(state, participantId);
    return writer !== null && mayWrite(state.worksheets, writer, docId);
  },
};

/** Null for whoever has not come in yet, or was removed. */
function present({ people }: RoomState, id: string) {
  const person = people.participants[id];
  return person && !person.removed ? { id, role: person.role } : null;
}
