import { z } from 'zod';
import { Id } from '../schemas/basics.ts';

const feature = z.literal('hands');

/** Raised hands, in the order in which they went up. */
export const HandsCommand = z.discriminatedUnion('type', [
  z.strictObject({ feature, type: z.literal('raise') }),
  z.strictObject({ feature, type: z.literal('lower') }),
  z.strictObject({ feature, type: z.literal('lowerFor'), participantId: Id }),
  z.strictObject({ feature, type: z.literal('lowerAll') }),
  /** The hand goes down and its member is asked up to the stage. */
  z.strictObject({ feature, type: z.literal('call'), participantId: Id }),
]);
export type HandsCommand = z.infer<typeof HandsCommand>;
