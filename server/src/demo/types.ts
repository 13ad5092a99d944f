import type { Bilingual } from '#shared/basics.ts';

/** A Trainer of the demo Session, or its Observer. */
export type DemoPerson = { id: string; name: Bilingual };

export type Duty = 'leader' | 'deputy' | 'secretary' | 'timekeeper' | 'liaison' | 'none';

/** An EIT member as the roster names them. */
export type DemoMember = { id: string; name: string; kind: 'manager' | 'worker'; duty: Duty };

export type DemoEnterprise = { id: string; name: Bilingual; roster: DemoMember[] };

/** A picture under this folder, with what it shows, for those who can't see it and as its caption. */
export type DemoPicture = { file: string; caption: Bilingual };

/** An uploaded presentation: its file under this folder and how many pages it has. */
export type DemoDeck = { id: string; title: Bilingual; file: string; pages: number };

/** One row of a case study's table: an Indicator before and after, and which direction is good. */
export type DemoFigure = {
  name: Bilingual;
  unit: Bilingual;
  before: number;
  after: number;
  good: 'up' | 'down';
};

export type DemoCaseStudy = {
  id: string;
  title: Bilingual;
  /** The Enterprise whose practice this is; it is invited to the Stage. */
  enterpriseId: string;
  sections: { heading: Bilingual; text: Bilingual }[];
  figures: DemoFigure[];
  photos: { before: DemoPicture; after: DemoPicture };
  questions: Bilingual[];
  source: Bilingual;
  consent: Bilingual;
};

/** A text field of a worksheet; its name is unique in the worksheet. */
export type DemoField = {
  name: string;
  label: Bilingual;
  hint: Bilingual;
  /** A paragraph may hold several lines; a line does not. */
  size: 'line' | 'paragraph';
};

export type DemoWorksheet = {
  id: string;
  title: Bilingual;
  instruction: Bilingual;
  sections: { title: Bilingual; fields: DemoField[] }[];
};

/** A single-choice Poll; a Quiz has a right answer and says why. */
export type DemoPoll = {
  id: string;
  question: Bilingual;
  options: Bilingual[];
  anonymous: boolean;
  /** Whether the class sees the bars while people vote, or when staff show them. */
  results: 'live' | 'hidden';
  right: { option: number; why: Bilingual } | null;
};

/** What a Segment of the Run of show puts before the class. Pages count from 1, both ends included. */
export type DemoMaterial =
  | { kind: 'slides'; deckId: string; from: number; to: number }
  | { kind: 'poll'; pollId: string }
  | { kind: 'caseStudy'; caseStudyId: string }
  | { kind: 'worksheet'; worksheetId: string };

export type DemoSegmentKind =
  | 'welcome'
  | 'poll'
  | 'video'
  | 'slides'
  | 'quiz'
  | 'caseStudy'
  | 'groupBrief'
  | 'breakouts'
  | 'reportBack'
  | 'questions'
  | 'announcement'
  | 'feedback'
  | 'close';

export type DemoSegment = {
  id: string;
  kind: DemoSegmentKind;
  minutes: number;
  ownerId: string;
  title: Bilingual;
  materials: DemoMaterial[];
};

export type DemoProgramme = {
  module: { code: string; name: Bilingual };
  course: { title: Bilingual; picture: DemoPicture };
  session: { id: string; title: Bilingual };
  trainers: DemoPerson[];
  observer: DemoPerson;
  enterprises: DemoEnterprise[];
  deck: DemoDeck;
  caseStudy: DemoCaseStudy;
  worksheet: DemoWorksheet;
  polls: DemoPoll[];
  runOfShow: DemoSegment[];
};
