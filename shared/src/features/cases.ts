import type { CaseStudy, CasesCommand } from '../commands/cases.ts';

export type { CaseStudy };

export const maxCases = 20;
/** A Case study as JSON, in bytes. */
export const maxCaseBytes = 12 * 1024;

/** A case whose id is known replaces that one. */
export type CasesSystemCommand = { feature: 'cases'; type: 'caseAdded'; case: CaseStudy };

export type ShownCase = {
  /** Of the case, which whoever sees it has over HTTP: it is too large for a snapshot. */
  caseId: string;
  /** Another one when the case has changed, and has to be had anew. */
  edition: number;
  section: number;
  to: 'class' | 'groups';
};
export type CaseTitle = Pick<CaseStudy, 'id' | 'title'>;

export type CasesView = {
  /** Which case is shown; `section` is the one that is talked about. */
  shown: ShownCase | null;
  /** Staff only: every case of the Session. */
  all: readonly CaseTitle[] | null;
};

export type CasesEvent =
  | { feature: 'cases'; type: 'caseShown'; shown: ShownCase }
  | { feature: 'cases'; type: 'sectionShown'; section: number }
  | { feature: 'cases'; type: 'hidden' }
  | { feature: 'cases'; type: 'casesChanged'; all: readonly CaseTitle[] };

export interface CasesTypes {
  command: CasesCommand;
  system: CasesSystemCommand;
  event: CasesEvent;
  view: CasesView;
}

export function foldCases(view: CasesView, event: CasesEvent): CasesView {
  switch (event.type) {
    case 'caseShown':
      return { ...view, shown: event.shown };
    case 'sectionShown':
      return { ...view, shown: view.shown && { ...view.shown, section: event.section } };
    case 'hidden':
      return { ...view, shown: null };
    case 'casesChanged':
      return { ...view, all: event.all };
  }
}
