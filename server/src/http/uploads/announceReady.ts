import type { SystemCommand } from '#shared/contract.ts';
import type { Refusal } from '#shared/refusals.ts';
import type { Rooms } from '../../room/Rooms.ts';

/**
 * Tells the Session's Room that something is ready, and waits until that is durable.
 * @returns why not. What is there already was ready before the last stop: that is no refusal.
 * @throws an Error when the Room ended before it was durable.
 */
export async function announceReady(
  rooms: Rooms,
  sessionId: string,
  command: SystemCommand,
): Promise<Refusal | null> {
  const room = await rooms.get(sessionId);
  const refusal = room.system(command);
  await room.settled();
  if (!room.isOpen) throw new Error(`Room ${sessionId} ended before it knew of ${command.type}.`);
  return refusal === 'alreadyDone' ? null : refusal;
}
