import { z } from 'zod';
import { Id } from './basics.ts';

/** What a socket says of itself when it connects; answered by a snapshot, or by an error of `ConnectProblem`. */
export const SocketAuth = z.strictObject({
  sessionId: Id,
  participantId: Id,
  /** The secret that joining gave this device. */
  secret: z.string().min(20).max(100),
});
export type SocketAuth = z.infer<typeof SocketAuth>;

/** An id that the client makes: a repeated one gets its first reply again. */
export const CommandId = z.string().regex(/^[A-Za-z0-9_-]{8,40}$/);
