import { describe, expect, it } from 'vitest';
import { formatIn } from './format.ts';

const classBegins = Date.UTC(2020, 2, 18, 1, 30);
const zone = 'Asia/Shanghai';
const minute = 60_000;

describe('what a language writes', () => {
  const zh = formatIn('zh-CN');
  const en = formatIn('en');

  it('puts dates and times in the given time zone', () => {
    expect(zh.date(classBegins, zone)).toBe('2020年3月18日');
    expect(en.date(classBegins, zone)).toBe('March 18, 2020');
    expect(zh.shortDate(classBegins, zone)).toBe('3月18日周三');
    expect(zh.time(classBegins, zone)).toBe('09:30');
    expect(en.time(classBegins, 'UTC')).toBe('01:30');
    expect(en.dateTime(classBegins, zone)).toContain('GMT+8');
  });

  it('writes midnight as 00:00, not 24:00', () => {
    expect(en.time(Date.UTC(2020, 2, 18), 'UTC')).toBe('00:00');
  });

  it('counts from now in the largest unit that fits', () => {
    expect(en.relative(classBegins + 5 * minute, classBegins)).toBe('in 5 minutes');
    expect(zh.relative(classBegins - 90 * minute, classBegins)).toBe('1小时前');
    expect(en.relative(classBegins, classBegins)).toBe('now');
  });

  it('writes timers as clocks that never go below zero', () => {
    expect(en.clock(125)).toBe('2:05');
    expect(en.clock(3725)).toBe('1:02:05');
    expect(en.clock(0.9)).toBe('0:00');
    expect(en.clock(-3)).toBe('0:00');
  });

  it('writes numbers, shares, sizes and lists', () => {
    expect(en.number(12_345)).toBe('12,345');
    expect(zh.percent(0.424)).toBe('42%');
    expect(zh.minutes(14)).toBe('14分钟');
    expect(en.bytes(12_540_000)).toBe('12.5 MB');
    expect(en.bytes(0)).toBe('0 byte');
    expect(en.list(['A', 'B', 'C'])).toBe('A, B, and C');
    expect(zh.list(['A', 'B', 'C'])).toBe('A、B和C');
  });
});
