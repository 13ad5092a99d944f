import { isDeepStrictEqual } from 'node:util';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of a value that is shown, in characters. */
const longest = 400;

/** Where two values first differ, as a sentence. They do differ. */
export function difference(path: string, told: unknown, fresh: unknown): string {
  if (isRecord(told) && isRecord(fresh))
    for (const key of new Set([...Object.keys(told), ...Object.keys(fresh)]))
      if (!isDeepStrictEqual(told[key], fresh[key]) || Object.hasOwn(told, key) !== Object.hasOwn(fresh, key))
        return difference(`${path}.${key}`, told[key], fresh[key]);
  if (Array.isArray(told) && Array.isArray(fresh) && told.length === fresh.length)
    for (const [i, item] of told.entries())
      if (!isDeepStrictEqual(item, fresh[i])) return difference(`${path}[${i}]`, item, fresh[i]);
  const size = (value: unknown) => (Array.isArray(value) ? `${value.length} of ` : '');
  const short = (value: unknown) => `${size(value)}${JSON.stringify(value)?.slice(0, longest)}`;
  return `${path}: was told ${short(told)}, a fresh View says ${short(fresh)}`;
}
