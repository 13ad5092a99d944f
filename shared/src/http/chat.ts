import { z } from 'zod';
import { Id } from '../schemas/basics.ts';

/** Which older messages are wanted: those before one that the client has. */
export const EarlierMessages = z.strictObject({ before: Id });

/** Messages of the Space of whoever asks, oldest first, with the names of who wrote them. */
export const ChatPage = z.object({
  messages: z.array(z.object({ id: Id, from: Id, text: z.string(), at: z.number() })),
  /** Whether there are still older ones. */
  more: z.boolean(),
  names: z.record(z.string(), z.string()),
});
export type ChatPage = z.infer<typeof ChatPage>;
