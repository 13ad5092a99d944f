import type { SharedRoom } from '#shared/features/sharedRoom.ts';

/** How somebody sits: by themselves, or in a room with others, with the sound or without. */
export type Seating = 'alone' | 'sounding' | 'silent';

export function seatingOf(room: SharedRoom | null, id: string): Seating {
  if (!room?.together.includes(id)) return 'alone';
  return room.sounding === id ? 'sounding' : 'silent';
}

/** Whether somebody else's device could sound, so that mine may be silent. */
export const othersSit = (room: SharedRoom | null, id: string): boolean =>
  room?.together.some((other) => other !== id) ?? false;
