import { type Bilingual, putById } from '../basics.ts';
import type { WorksheetField, WorksheetsCommand, WorksheetTemplate } from '../commands/worksheets.ts';
import type { Group } from './breakouts.ts';

export type { WorksheetTemplate };

export const maxTemplates = 20;
/** A template as JSON, in bytes. */
export const maxTemplateBytes = 16 * 1024;
export const maxFields = 60;
/** Documents of a Session: some twenty rounds of group work. */
export const maxDocs = 300;
/** How many documents of their own a member's View holds: the newest. */
export const docsListed = 40;

/** All fields, in the order in which they stand on the page. */
export const fieldsOf = ({
  sections,
}: {
  readonly sections: readonly { readonly fields: readonly WorksheetField[] }[];
}): readonly WorksheetField[] => sections.flatMap((section) => section.fields);

export type WorksheetsSystemCommand =
  /** Takes the place of a template of the same id that no group has begun to fill. */
  | { feature: 'worksheets'; type: 'templateAdded'; template: WorksheetTemplate }
  /**
   * These groups go to work on it. A group, and an Enterprise in a later round, goes on in the document
   * that it has, unless that one is locked. Whoever is new in a group is placed there in the same row,
   * and so gets a fresh View. `late`: the group is of somebody who has come while the others are at work,
   * and does without where no further document may be; nobody is kept out for that.
   */
  | { feature: 'worksheets'; type: 'assigned'; templateId: string; groups: readonly Group[]; late?: true }
  /** Into or out of one of these groups at work, as they are now; and placed there in the same row. */
  | {
      feature: 'worksheets';
      type: 'memberMoved';
      participantId: string;
      templateId: string;
      groups: readonly Group[];
    }
  /** Somebody was removed. */
  | { feature: 'worksheets'; type: 'gone'; participantId: string };

/** A group's copy of a template; its name and id are those of the group that has it. */
export type WorksheetDoc = {
  id: string;
  templateId: string;
  groupId: string;
  groupName: Group['name'];
  locked: boolean;
};
/**
 * One that I may write in, until it is locked: my group's, or one of an earlier round. The group's of
 * the present round has the round's `worksheetId` and the name of the group; of two, take the last one
 * that isn't locked.
 */
export type MyWorksheet = {
  id: string;
  templateId: string;
  /** Its template's, shortened where a snapshot has no room for it. */
  title: Bilingual;
  groupName: Group['name'];
  locked: boolean;
};
export type StageWorksheet = {
  docId: string;
  groupName: Group['name'];
};
/** Of a template, what a View holds: all of it is had over HTTP, by a document that is filled into it. */
export type TemplateTitle = Pick<WorksheetTemplate, 'id' | 'title'>;

export type WorksheetsView = {
  /** Oldest first, at most {@link docsListed}. */
  mine: readonly MyWorksheet[];
  /** What the class reads; null for Observers, to whom no answers are shown. */
  stage: StageWorksheet | null;
  /** Staff only, who may read and write all. */
  staff: { templates: readonly TemplateTitle[]; docs: readonly WorksheetDoc[] } | null;
};

export type WorksheetsEvent =
  /** To staff; a known id is replaced. */
  | { feature: 'worksheets'; type: 'templateAdded'; template: TemplateTitle }
  | { feature: 'worksheets'; type: 'docsChanged'; docs: readonly WorksheetDoc[] }
  /** To everyone but Observers. */
  | { feature: 'worksheets'; type: 'lockSet'; docId: string; locked: boolean }
  | { feature: 'worksheets'; type: 'stageChanged'; stage: StageWorksheet | null };

export interface WorksheetsTypes {
  command: WorksheetsCommand;
  system: WorksheetsSystemCommand;
  event: WorksheetsEvent;
  view: WorksheetsView;
}

export function foldWorksheets(view: WorksheetsView, event: WorksheetsEvent): WorksheetsView {
  const { staff } = view;
  switch (event.type) {
    case 'templateAdded':
      return { ...view, staff: staff && { ...staff, templates: putById(staff.templates, event.template) } };
    case 'docsChanged':
      return { ...view, staff: staff && { ...staff, docs: event.docs.reduce(putById, staff.docs) } };
    case 'lockSet': {
      const { docId, locked } = event;
      const set = <T extends { id: string }>(docs: readonly T[]): readonly T[] =>
        docs.map((doc) => (doc.id === docId ? { ...doc, locked } : doc));
      return { ...view, mine: set(view.mine), staff: staff && { ...staff, docs: set(staff.docs) } };
    }
    case 'stageChanged':
      return { ...view, stage: event.stage };
  }
}
