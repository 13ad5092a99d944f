import { z } from 'zod';
import { jsonBytes } from '../basics.ts';
import { maxCaseBytes } from '../features/cases.ts';
import { bilingual, Id } from '../schemas/basics.ts';

const feature = z.literal('cases');

const maxSections = 12;

/** A path on this site, such as `/api/blobs/…`; never another site's address. */
const SitePath = z
  .string()
  .max(200)
  .regex(/^(?:\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+$/);

const Section = z.strictObject({ heading: bilingual(120), text: bilingual(2000) });
/** Something measured before and after, and which direction is good; the unit may be empty. */
const Figure = z.strictObject({
  label: bilingual(120),
  before: z.number(),
  after: z.number(),
  unit: bilingual(40),
  good: z.enum(['up', 'down']),
});
const PhotoPair = z.strictObject({
  before: SitePath,
  after: SitePath,
  captionBefore: bilingual(200),
  captionAfter: bilingual(200),
});

/** An Enterprise's practice told as a case. */
export const CaseStudy = z
  .strictObject({
    id: Id,
    title: bilingual(200),
    enterprise: bilingual(120),
    sections: z.array(Section).min(1).max(maxSections),
    figures: z.array(Figure).max(12),
    photoPairs: z.array(PhotoPair).max(8),
    questions: z.array(bilingual(500)).max(10),
    /** Where the case was seen, by whom and when. */
    source: bilingual(500),
    /** What the Enterprise agreed to. */
    consent: bilingual(500),
  })
  .refine((study) => jsonBytes(study) <= maxCaseBytes, `A Case study has at most ${maxCaseBytes} bytes.`);
export type CaseStudy = z.infer<typeof CaseStudy>;

export const CasesCommand = z.discriminatedUnion('type', [
  z.strictObject({
    feature,
    type: z.literal('show'),
    caseId: Id,
    section: z
      .int()
      .min(0)
      .max(maxSections - 1),
    /** `groups`: only in Breakouts, and to staff. */
    to: z.enum(['class', 'groups']),
  }),
  z.strictObject({ feature, type: z.literal('hide') }),
]);
export type CasesCommand = z.infer<typeof CasesCommand>;
