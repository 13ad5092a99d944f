import { z } from 'zod';
import { maxHeads } from '../features/people.ts';
import { Id } from '../schemas/basics.ts';

const feature = z.literal('people');

const Heads = z.int().min(1).max(maxHeads);

/** Who is here, and where. */
export const PeopleCommand = z.discriminatedUnion('type', [
  z.strictObject({ feature, type: z.literal('remove'), participantId: Id }),
  /** Takes out of the class, and out of storage, what tells who a person is and what they wrote. It can't be undone. */
  z.strictObject({ feature, type: z.literal('erase'), participantId: Id }),
  /** Staff let a second device in that asked for a name already taken, or don't. */
  z.strictObject({ feature, type: z.literal('answerDevice'), askId: Id, allow: z.boolean() }),
  /** How many sit before a screen that several share: staff of any member's, a member of their own. */
  z.strictObject({ feature, type: z.literal('setHeads'), participantId: Id, heads: Heads }),
  /** Staff step backstage, or back into the plenary. */
  z.strictObject({ feature, type: z.literal('step'), to: z.enum(['backstage', 'plenary']) }),
]);
export type PeopleCommand = z.infer<typeof PeopleCommand>;
