import { z } from 'zod';
import { maxClipLength } from '../features/clips.ts';
import { Id } from '../schemas/basics.ts';

const feature = z.literal('clips');

/** Videos that play in step for everyone. */
export const ClipsCommand = z.discriminatedUnion('type', [
  /** Still at its beginning, so that it is on everybody's device before it plays. */
  z.strictObject({ feature, type: z.literal('show'), clipId: Id }),
  z.strictObject({ feature, type: z.literal('play') }),
  z.strictObject({ feature, type: z.literal('pause') }),
  /** In milliseconds from the beginning. */
  z.strictObject({ feature, type: z.literal('seek'), position: z.int().min(0).max(maxClipLength) }),
  z.strictObject({ feature, type: z.literal('hide') }),
  z.strictObject({ feature, type: z.literal('remove'), clipId: Id }),
]);
export type ClipsCommand = z.infer<typeof ClipsCommand>;
