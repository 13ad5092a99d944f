import { expect, it } from 'vitest';
import { namesIn } from './namesIn.ts';

it('takes names apart at the commas of any language, and no more than there is room for', () => {
  expect(namesIn(' 王小明、李娜，  张伟,Nguyễn Thị Hồng Nhung; ,', 60)).toEqual([
    '王小明',
    '李娜',
    '张伟',
    'Nguyễn Thị Hồng Nhung',
  ]);
  expect(namesIn('a,b,c', 2)).toEqual(['a', 'b']);
  expect(namesIn('a,b', -1)).toEqual([]);
  expect(namesIn('x'.repeat(70), 1)[0]).toHaveLength(60);
});
