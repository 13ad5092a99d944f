import type { CaseStudy } from '#shared/features/cases.ts';
import type { WorksheetTemplate } from '#shared/features/worksheets.ts';
import { readableCase } from '../features/cases/cases.ts';
import { mayRead } from '../features/worksheets/rights.ts';
import { templateOf } from '../features/worksheets/state.ts';
import type { Room } from './Room.ts';

/** A case that a Participant may read as things stand; undefined for all others. */
export function caseFor({ state }: Room, participantId: string, caseId: string): CaseStudy | undefined {
  const participant = state.people.participants[participantId];
  return participant && readableCase(state.cases, participant, caseId);
}

/** The form of a document that a Participant may read; undefined for all others. It never changes. */
export function formFor(
  { state }: Room,
  participantId: string,
  docId: string,
): WorksheetTemplate | undefined {
  const role = state.people.participants[participantId]?.role;
  if (!role || !mayRead(state.worksheets, { id: participantId, role }, docId)) return undefined;
  return templateOf(state.worksheets, docId);
}
