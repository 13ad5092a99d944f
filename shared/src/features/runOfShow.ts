import { z } from 'zod';
import { bilingual, Id, type ServerTime } from '../basics.ts';
import { maxPages } from './slides.ts';

const feature = z.literal('runOfShow');

export const maxSegments = 60;

/** What the class does in a Segment. */
export const segmentKinds = [
  'welcome',
  'poll',
  'video',
  'slides',
  'quiz',
  'caseStudy',
  'groupBrief',
  'breakouts',
  'reportBack',
  'questions',
  'announcement',
  'feedback',
  'break',
  'close',
  'other',
] as const;

const Page = z
  .int()
  .min(0)
  .max(maxPages - 1);

/** What a Segment puts before the class. */
export const Material = z.discriminatedUnion('kind', [
  /** Pages count from 0, as in `showPage`, both ends included. */
  z.strictObject({ kind: z.literal('slides'), deckId: Id, from: Page, to: Page }),
  z.strictObject({ kind: z.literal('poll'), pollId: Id }),
  z.strictObject({ kind: z.literal('caseStudy'), caseId: Id }),
  z.strictObject({ kind: z.literal('worksheet'), worksheetId: Id }),
]);
export type Material = z.infer<typeof Material>;

/** One part of the class. */
export const Segment = z.strictObject({
  id: Id,
  kind: z.enum(segmentKinds),
  minutes: z.int().min(1).max(600),
  title: bilingual(100),
  /** Who leads it: a Participant, or words such as "all trainers". */
  owner: z
    .union([z.strictObject({ participantId: Id }), z.strictObject({ label: z.string().min(1).max(80) })])
    .nullable(),
  materials: z.array(Material).max(8),
});
export type Segment = z.infer<typeof Segment>;

/** A Session's ordered plan. */
export const Segments = z
  .array(Segment)
  .max(maxSegments)
  .refine((all) => new Set(all.map((s) => s.id)).size === all.length, 'Two Segments have the same id.');

export const RunOfShowCommand = z.discriminatedUnion('type', [
  /** Any Segment at any time: classes skip, and go back. */
  z.strictObject({ feature, type: z.literal('setSegment'), segmentId: Id }),
]);
export type RunOfShowCommand = z.infer<typeof RunOfShowCommand>;

export type RunOfShowSystemCommand =
  | { feature: 'runOfShow'; type: 'planned'; segments: readonly Segment[] }
  /** The class is live: the plan stands, and its first Segment begins. */
  | { feature: 'runOfShow'; type: 'started' };

/** What everybody may know of a Segment. */
export type SegmentView = Pick<Segment, 'id' | 'kind' | 'minutes' | 'title'>;
export type SegmentDetails = Pick<Segment, 'owner' | 'materials'>;

export type RunOfShowView = {
  segments: readonly SegmentView[];
  current: string | null;
  currentSince: ServerTime | null;
  /** Staff only: who leads what with which materials, by Segment. */
  details: Readonly<Record<string, SegmentDetails>> | null;
};

export type RunOfShowEvent =
  | { feature: 'runOfShow'; type: 'planned'; segments: readonly SegmentView[] }
  | { feature: 'runOfShow'; type: 'detailsPlanned'; details: Readonly<Record<string, SegmentDetails>> }
  | { feature: 'runOfShow'; type: 'segmentSet'; segmentId: string | null; since: ServerTime | null };

export interface RunOfShowTypes {
  command: RunOfShowCommand;
  system: RunOfShowSystemCommand;
  event: RunOfShowEvent;
  view: RunOfShowView;
}

export function foldRunOfShow(view: RunOfShowView, event: RunOfShowEvent): RunOfShowView {
  switch (event.type) {
    case 'planned':
      return { ...view, segments: event.segments };
    case 'detailsPlanned':
      return { ...view, details: event.details };
    case 'segmentSet':
      return { ...view, current: event.segmentId, currentSince: event.since };
  }
}
