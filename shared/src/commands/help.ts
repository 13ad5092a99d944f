import { z } from 'zod';
import { helpKinds, maxNote } from '../features/help.ts';
import { Id } from '../schemas/basics.ts';

const feature = z.literal('help');

/** "I can't hear", and other calls to staff in private. */
export const HelpCommand = z.discriminatedUnion('type', [
  /** A second call changes the first, which keeps its place. */
  z.strictObject({
    feature,
    type: z.literal('call'),
    kind: z.enum(helpKinds),
    note: z.string().trim().max(maxNote),
  }),
  z.strictObject({ feature, type: z.literal('cancel') }),
  /** A member of staff takes the call, which shows the member who is coming. */
  z.strictObject({ feature, type: z.literal('answer'), participantId: Id }),
  z.strictObject({ feature, type: z.literal('done'), participantId: Id }),
]);
export type HelpCommand = z.infer<typeof HelpCommand>;
