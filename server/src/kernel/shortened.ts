import { type Bilingual, jsonBytes } from '#shared/basics.ts';

const ellipsis = '…';
const bytesOf = (text: string): number => jsonBytes(text) - 2;

/**
 * The same texts, the longest of them cut so far that all together have at most `bytes` in JSON. Texts that
 * fit are as they were.
 */
export function shortened(texts: readonly Bilingual[], bytes: number): readonly Bilingual[] {
  const longest = longestOf(
    texts.flatMap(({ zh, en }) => [bytesOf(zh), bytesOf(en)]),
    bytes,
  );
  return texts.map(({ zh, en }) => ({ zh: cut(zh, longest), en: cut(en, longest) }));
}

/** How long a text may be, so that lengths of at most this add up to no more than `bytes`. */
function longestOf(lengths: readonly number[], bytes: number): number {
  const ascending = [...lengths].sort((a, b) => a - b);
  let left = bytes;
  for (const [index, length] of ascending.entries()) {
    const each = Math.floor(left / (ascending.length - index));
    if (length > each) return each;
    left -= length;
  }
  return Number.POSITIVE_INFINITY;
}

function cut(text: string, longest: number): string {
  if (bytesOf(text) <= longest) return text;
  let kept = '';
  let left = longest - bytesOf(ellipsis);
  if (left < 0) return '';
  for (const character of text) {
    left -= bytesOf(character);
    if (left < 0) break;
    kept += character;
  }
  return kept + ellipsis;
}
