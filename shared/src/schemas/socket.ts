import { z } from 'zod';
import { Id } from './basics.ts';

/** What a socket says of itself when it connects; answered by a snapshot, or by an error of `ConnectProblem`. */
export const SocketAuth = z.strictObject({
  sessionId: Id,
  participantId: Id,
  /** The secret that joining gave this device. */
  secret: z.string().min(20).max(100),
  /** The version of these messages that the client speaks; one that doesn't say is believed to know. */
  protocol: z.int().min(1).max(1_000_000).optional(),
});
export type SocketAuth = z.infer<typeof SocketAuth>;

/** An id that the client makes: a repeated one gets its first reply again. */
export const CommandId = z.string().regex(/^[A-Za-z0-9_-]{8,40}$/);
