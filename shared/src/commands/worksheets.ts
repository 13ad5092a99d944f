import { z } from 'zod';
import { jsonBytes } from '../basics.ts';
import { fieldsOf, maxFields, maxTemplateBytes } from '../features/worksheets.ts';
import { bilingual, Id } from '../schemas/basics.ts';

const feature = z.literal('worksheets');

/** A field's id is also its name in the document. */
const Field = z.strictObject({
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,31}$/),
  label: bilingual(120),
  /** A text may hold several lines; a line does not. */
  kind: z.enum(['line', 'text']),
  hint: bilingual(200).nullable(),
});
export type WorksheetField = z.infer<typeof Field>;

const Section = z.strictObject({ title: bilingual(120), fields: z.array(Field).min(1).max(maxFields) });

/** A form that a group fills together. */
export const WorksheetTemplate = z
  .strictObject({
    id: Id,
    title: bilingual(120),
    instruction: bilingual(500).nullable(),
    sections: z.array(Section).min(1).max(20),
  })
  .refine((t) => fieldsOf(t).length <= maxFields, `A Worksheet has at most ${maxFields} fields.`)
  .refine((t) => new Set(fieldsOf(t).map((f) => f.id)).size === fieldsOf(t).length, 'Two fields share an id.')
  .refine((t) => jsonBytes(t) <= maxTemplateBytes, `A Worksheet has at most ${maxTemplateBytes} bytes.`);
export type WorksheetTemplate = z.infer<typeof WorksheetTemplate>;

/** Forms that groups fill in. What they write is in documents beside the State. */
export const WorksheetsCommand = z.discriminatedUnion('type', [
  /** Nobody writes in it any more, until it is unlocked. */
  z.strictObject({ feature, type: z.literal('lock'), docId: Id }),
  z.strictObject({ feature, type: z.literal('unlock'), docId: Id }),
  /** The class reads along in this one; null: in none. */
  z.strictObject({ feature, type: z.literal('showOnStage'), docId: Id.nullable() }),
]);
export type WorksheetsCommand = z.infer<typeof WorksheetsCommand>;
