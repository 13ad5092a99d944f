import { z } from 'zod';
import { Id } from '../schemas/basics.ts';

const feature = z.literal('people');

/** Who is here, and where. */
export const PeopleCommand = z.discriminatedUnion('type', [
  z.strictObject({ feature, type: z.literal('remove'), participantId: Id }),
  /** Staff let a second device in that asked for a name already taken, or don't. */
  z.strictObject({ feature, type: z.literal('answerDevice'), askId: Id, allow: z.boolean() }),
  /** Staff step backstage, or back into the plenary. */
  z.strictObject({ feature, type: z.literal('step'), to: z.enum(['backstage', 'plenary']) }),
]);
export type PeopleCommand = z.infer<typeof PeopleCommand>;
