import type { WorksheetTemplate } from '#shared/features/worksheets.ts';
import { useMaterial } from '../../room/useMaterial.ts';

/** What a document is filled into, as soon as this device has it. */
export const useTemplate = (docId: string): WorksheetTemplate | null =>
  useMaterial(`/worksheets/${docId}/form`);
