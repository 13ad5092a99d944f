import { describe, expect, it } from 'vitest';
import { readTexts } from './texts.ts';

describe('a catalogue that comes as a file', () => {
  it('keeps its texts and leaves out what is none', () => {
    const file = {
      join: { title: 'Vào lớp', empty: null, count: 3, deep: { more: 'Thêm' } },
      list: ['a'],
      wrong: 7,
    };
    expect(readTexts(file)).toEqual({
      join: { title: 'Vào lớp', empty: {}, deep: { more: 'Thêm' } },
      list: {},
    });
  });

  it.each([null, 'text', 5, ['a']])('is empty when the file holds %s', (content) => {
    expect(readTexts(content)).toEqual({});
  });
});
