import type { Joined } from '#shared/http/join.ts';
import { remember, remembered } from '../ui/remembered.ts';

/**
 * This device's keys to the people it is, in the browser's own storage. Two people may use one device:
 * each has an address of their own, so each has a key of their own.
 */
const seatKey = (participantId: string) => `score.seat.${participantId}`;
const lastKey = 'score.last';
const linkKey = (token: string) => `score.link.${token}`;

export function saveSeat(token: string, seat: Joined): void {
  remember(seatKey(seat.participantId), JSON.stringify(seat));
  remember(linkKey(token), seat.participantId);
  remember(lastKey, classPath(seat));
}

/** The address of the class that this device last came into: where an installed app begins. */
export const lastClass = (): string | null => remembered(lastKey);

export function savedSeat(participantId: string): Joined | null {
  const saved = remembered(seatKey(participantId));
  return saved === null ? null : (JSON.parse(saved) as Joined);
}

/** Who this device last was through this link. */
export function seatOfLink(token: string): Joined | null {
  const participantId = remembered(linkKey(token));
  return participantId === null ? null : savedSeat(participantId);
}

export function forgetSeat(token: string, participantId: string): void {
  remember(linkKey(token), null);
  remember(seatKey(participantId), null);
}

/** The server knows nothing of this person any more, and so neither does this device. */
export const forgetPerson = (participantId: string): void => remember(seatKey(participantId), null);

export const classPath = (seat: { sessionId: string; participantId: string }): string =>
  `/class/${seat.sessionId}/${seat.participantId}`;
