import { createHash } from 'node:crypto';
import { emptyRoom, featureNames, type RoomState } from './features.ts';

const sorted = [...featureNames].sort();

/** Of features' States that were hashed before; a State never changes, so most of a Room's are known. */
const known = new WeakMap<object, string>();

/**
 * Of the State's JSON; equal States that went through a snapshot have equal text. A feature that is as
 * it began counts for nothing, so that a later release with one feature more finds the same hash.
 */
export function hashOf(state: RoomState): string {
  const room = createHash('sha256');
  for (const feature of sorted) {
    const hash = featureHash(state[feature]);
    if (hash !== featureHash(emptyRoom[feature])) room.update(`${feature} ${hash}\n`);
  }
  return room.digest('base64url');
}

function featureHash(state: object): string {
  const hash = known.get(state) ?? createHash('sha256').update(JSON.stringify(state)).digest('base64url');
  known.set(state, hash);
  return hash;
}
