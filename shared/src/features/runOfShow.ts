import type { ServerTime } from '../basics.ts';
import type { Material, RunOfShowCommand, Segment } from '../commands/runOfShow.ts';

export type { Material, Segment };

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
