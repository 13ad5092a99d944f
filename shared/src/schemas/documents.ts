import { z } from 'zod';
import { maxUpdateBytes } from '../documents.ts';
import { Id } from './basics.ts';

/** Some seven bytes for each page that ever wrote in the document. */
const maxStateVectorBytes = 16 * 1024;

/**
 * Bytes travel as base64: a message is then one piece of text, which the server encodes once for all who
 * hear it, and for what one key stroke does it is no longer than Socket.IO's way of sending bytes.
 */
const bytes = (max: number) => z.base64().max(Math.ceil(max / 3) * 4);

export const DocumentRequest = z.discriminatedUnion('type', [
  /**
   * Sync step 1: what the client has, as a Yjs state vector; the answer holds what it lacks. From then on
   * it is told of every update. It asks again after each lost connection.
   */
  z.strictObject({ type: z.literal('open'), docId: Id, stateVector: bytes(maxStateVectorBytes) }),
  /**
   * What this client has written, as a Yjs update (version 1). Acknowledged once it is on disk. Sent again,
   * it counts once.
   */
  z.strictObject({ type: z.literal('update'), docId: Id, update: bytes(maxUpdateBytes) }),
  /** The field in which this person writes; null when in none. Told to all who may write. */
  z.strictObject({ type: z.literal('awareness'), docId: Id, field: z.string().min(1).max(32).nullable() }),
  z.strictObject({ type: z.literal('close'), docId: Id }),
]);
export type DocumentRequest = z.infer<typeof DocumentRequest>;
