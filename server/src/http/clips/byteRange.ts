/** The first and the last byte that are wanted. */
export type ByteRange = { readonly start: number; readonly end: number };

/**
 * What a Range header asks of a file of this size (RFC 9110, section 14). A header that isn't understood, or that asks
 * for several ranges, is passed over, as the RFC allows: the whole file is the answer.
 *
 * @returns null for the whole file, `unsatisfiable` where not one byte of it is asked for.
 */
export function byteRangeOf(header: string | undefined, size: number): ByteRange | null | 'unsatisfiable' {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!asked) return null;
  const [, first = '', last = ''] = asked;
  if (first === '' && last === '') return null;
  if (first === '') {
    const length = Math.min(size, Number(last));
    return length > 0 ? { start: size - length, end: size - 1 } : 'unsatisfiable';
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return null;
  if (start >= size) return 'unsatisfiable';
  return { start, end: last === '' ? size - 1 : Math.min(size - 1, Number(last)) };
}
