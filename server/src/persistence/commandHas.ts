import { type RawBuilder, sql } from 'kysely';

/**
 * SQL that says whether a Journal row's Command has this key with this plain value. It looks in the JSON's text:
 * PostgreSQL's own operators fail on a whole Command when any of its texts holds NUL or half a surrogate pair, which
 * people may write. What they write can't be mistaken for a key, since the quotes in it have backslashes before them.
 */
export const commandHas = (key: string, value: string): RawBuilder<boolean> =>
  sql`strpos(command::text, ${`${JSON.stringify(key)}:${JSON.stringify(value)}`}) > 0`;
