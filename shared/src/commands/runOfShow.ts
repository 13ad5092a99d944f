import { z } from 'zod';
import { maxSegments, segmentKinds } from '../features/runOfShow.ts';
import { maxPages } from '../features/slides.ts';
import { bilingual, Id } from '../schemas/basics.ts';

const feature = z.literal('runOfShow');

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
