import { z } from 'zod';
import { maxChatText } from '../features/chat.ts';
import { Id } from '../schemas/basics.ts';

const feature = z.literal('chat');

/** What people write to each other in the Space where they are. */
export const ChatCommand = z.discriminatedUnion('type', [
  z.strictObject({ feature, type: z.literal('send'), text: z.string().trim().min(1).max(maxChatText) }),
  z.strictObject({ feature, type: z.literal('remove'), messageId: Id }),
  /** Closed, only staff write; everybody goes on reading. */
  z.strictObject({ feature, type: z.literal('setOpen'), open: z.boolean() }),
]);
export type ChatCommand = z.infer<typeof ChatCommand>;
