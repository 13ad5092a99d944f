import { createHmac } from 'node:crypto';
import type { IceServer } from '#shared/media.ts';

/** A TURN server, such as coturn, that knows the same secret. */
export type Turn = {
  /** Such as `turns:turn.example.org:443?transport=tcp`, RFC 7065. */
  readonly urls: readonly string[];
  readonly secret: string;
};

/** Longer than any class; a network that changes later brings new ones, in seconds. */
const credentialsLast = 4 * 3600;

/**
 * Credentials for one Seat, which the TURN server checks by itself: the name says when they expire, the
 * password is the name's HMAC. Source: "A REST API For Access To TURN Services",
 * draft-uberti-behave-turn-rest-00, 2.2; coturn calls it `use-auth-secret`.
 *
 * @param now in milliseconds.
 */
export function iceServer({ urls, secret }: Turn, seatId: string, now: number): IceServer {
  const username = `${Math.floor(now / 1000) + credentialsLast}:${seatId}`;
  const credential = createHmac('sha1', secret).update(username).digest('base64');
  return { urls: [...urls], username, credential };
}
