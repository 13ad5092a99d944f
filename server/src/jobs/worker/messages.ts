import { z } from 'zod';
import { DeckPage, DeckProblem, DeckProgress } from '#shared/schemas/decks.ts';
import { DeckLimits } from '../deckLimits.ts';

/** The programs of the machine that a conversion runs, and the rules for its fonts. */
export const DeckTools = z.strictObject({
  sofficePath: z.string(),
  /** Poppler's two; where they are missing, a PDF's Chinese fonts that aren't embedded stay blank. */
  pdffontsPath: z.string(),
  pdftocairoPath: z.string(),
  fontsConf: z.string(),
});
export type DeckTools = z.infer<typeof DeckTools>;

/** What the server asks of its conversion process, once. */
export const ConversionOrder = z.strictObject({
  kind: z.enum(['pptx', 'pdf']),
  /** The uploaded file, copied to where the programs may read it. */
  source: z.string(),
  /** A folder that the programs own; removed with the job. */
  scratch: z.string(),
  outDir: z.string(),
  limits: DeckLimits,
  tools: DeckTools,
  /** Whom the programs run as, where the server is root. */
  runAs: z.strictObject({ uid: z.int(), gid: z.int() }).nullable(),
});
export type ConversionOrder = z.infer<typeof ConversionOrder>;

const detail = z.string().max(20_000);

/** What the conversion process tells the server. It has read a stranger's file, so nothing is taken as read. */
export const ConversionReport = z.discriminatedUnion('say', [
  z.strictObject({ say: z.literal('progress'), progress: DeckProgress, page: DeckPage.exactOptional() }),
  z.strictObject({ say: z.literal('done') }),
  z.strictObject({ say: z.literal('refused'), problem: DeckProblem, detail }),
  /** Our own fault, such as a program that isn't installed. */
  z.strictObject({ say: z.literal('failed'), detail }),
]);
export type ConversionReport = z.infer<typeof ConversionReport>;
