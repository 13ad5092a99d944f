import { z } from 'zod';
import { Id } from '../schemas/basics.ts';

const feature = z.literal('session');

/** A Room's life, and who presents. */
export const SessionCommand = z.discriminatedUnion('type', [
  /** Says that staff are there before the class begins. It can begin without, as our own pages have it. */
  z.strictObject({ feature, type: z.literal('openLobby') }),
  z.strictObject({ feature, type: z.literal('start') }),
  z.strictObject({ feature, type: z.literal('close') }),
  /** One presenter at a time: whoever holds the role hands it over, or another trainer takes it, in one tap. */
  z.strictObject({ feature, type: z.literal('present'), participantId: Id }),
]);
export type SessionCommand = z.infer<typeof SessionCommand>;
