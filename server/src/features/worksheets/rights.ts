import { isStaff } from '#shared/basics.ts';
import type { Viewer } from '../../kernel/participant.ts';
import type { WorksheetsState } from './state.ts';

type Reader = Pick<Viewer, 'id' | 'role'>;

/** The group's members and staff, and while it is on the stage the class; never Observers. */
export function mayRead(state: WorksheetsState, { id, role }: Reader, docId: string): boolean {
  const doc = state.docs.find((d) => d.id === docId);
  if (!doc || role === 'observer') return false;
  return isStaff(role) || state.stage === docId || doc.members.includes(id);
}

/**
 * Until the document is locked, staff and whoever is assigned to its group, wherever they are: a text
 * that was typed before an outage may be written after the groups have ended.
 */
export function mayWrite(state: WorksheetsState, { id, role }: Reader, docId: string): boolean {
  const doc = state.docs.find((d) => d.id === docId);
  if (!doc || doc.locked || role === 'observer') return false;
  return isStaff(role) || doc.members.includes(id);
}
