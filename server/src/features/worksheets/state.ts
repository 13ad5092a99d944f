import type {
  StageWorksheet,
  TemplateTitle,
  WorksheetDoc,
  WorksheetTemplate,
} from '#shared/features/worksheets.ts';

export type Doc = WorksheetDoc & { readonly members: readonly string[] };

export type WorksheetsState = {
  readonly templates: readonly WorksheetTemplate[];
  /** Oldest first. */
  readonly docs: readonly Doc[];
  /** The document that the class reads. */
  readonly stage: string | null;
};

/** What a document is filled into; undefined when there is no such document. */
export function templateOf(state: WorksheetsState, docId: string): WorksheetTemplate | undefined {
  const doc = state.docs.find((d) => d.id === docId);
  return doc && state.templates.find((t) => t.id === doc.templateId);
}

export const titleOf = ({ id, title }: WorksheetTemplate): TemplateTitle => ({ id, title });

export const publicDoc = ({ members: _members, ...doc }: Doc): WorksheetDoc => doc;

export function stageOf(state: WorksheetsState): StageWorksheet | null {
  const doc = state.docs.find((d) => d.id === state.stage);
  return doc ? { docId: doc.id, groupName: doc.groupName } : null;
}
