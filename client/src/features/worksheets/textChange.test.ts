import { describe, expect, it } from 'vitest';
import { changeBetween } from './textChange.ts';

const between = (before: string, afterWithCaret: string) => {
  const caret = afterWithCaret.indexOf('|');
  const after = afterWithCaret.replace('|', '');
  const change = changeBetween(before, after, caret);
  if (change) {
    const { at, removed, inserted } = change;
    expect(before.slice(0, at) + inserted + before.slice(at + removed)).toBe(after);
  }
  return change;
};

describe('the smallest change between two texts', () => {
  it('is nothing where they are the same', () => {
    expect(between('same', 'sa|me')).toBeNull();
  });

  it('is what was typed, before the caret', () => {
    expect(between('', 'a|')).toEqual({ at: 0, removed: 0, inserted: 'a' });
    expect(between('每周开会', '每周一|开会')).toEqual({ at: 2, removed: 0, inserted: '一' });
    expect(between('aaa', 'aa|aa')).toEqual({ at: 1, removed: 0, inserted: 'a' });
    expect(between('aaa', 'a|aaa')).toEqual({ at: 0, removed: 0, inserted: 'a' });
  });

  it('is what was deleted, at the caret', () => {
    expect(between('aaaa', 'aa|a')).toEqual({ at: 2, removed: 1, inserted: '' });
    expect(between('gone', '|')).toEqual({ at: 0, removed: 4, inserted: '' });
    expect(between('one two', 'one|')).toEqual({ at: 3, removed: 4, inserted: '' });
  });

  it('is what was written over', () => {
    expect(between('next week', 'next Monday|')).toEqual({ at: 5, removed: 4, inserted: 'Monday' });
    expect(between('abcd', 'aXY|d')).toEqual({ at: 1, removed: 2, inserted: 'XY' });
  });

  it('tears no character apart', () => {
    expect(between('👍', '👎|')).toEqual({ at: 0, removed: 2, inserted: '👎' });
    expect(between('x👍y', 'x👍👍|y')).toEqual({ at: 3, removed: 0, inserted: '👍' });
    const [smile, other] = ['\u{1F600}', '\u{1F200}'];
    expect(between(smile, `|${other}`)).toEqual({ at: 0, removed: 2, inserted: other });
  });

  it('is right wherever the caret is', () => {
    const texts = ['', 'a', 'aa', 'ab', 'ba', 'aba', 'bab', '👍', '👍👍', '👍a👎'];
    for (const before of texts)
      for (const after of texts)
        for (let caret = 0; caret <= after.length; caret++)
          between(before, `${after.slice(0, caret)}|${after.slice(caret)}`);
  });
});
