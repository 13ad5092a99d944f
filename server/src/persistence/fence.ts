/**
 * Every durable write of a Room selects from this query, with the Room as `$1` and the writer's epoch as
 * `$2`. It takes the Room's row in a lock that other writes share and `nextEpoch` waits for, and yields
 * nothing when the epoch is over. So no write of an earlier owner can commit after a new epoch began.
 */
export const lockOwner = 'SELECT id FROM rooms WHERE id = $1 AND epoch = $2 FOR SHARE';

/** PostgreSQL's code for a key that exists already. */
const uniqueViolation = '23505';

export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === uniqueViolation;
}
