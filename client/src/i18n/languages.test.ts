import { describe, expect, it } from 'vitest';
import { bestLanguage, builtInLanguages, directionOf } from './languages.ts';

const offered = [...builtInLanguages, { code: 'vi', name: 'Tiếng Việt' }];
const best = (...wanted: string[]): string => bestLanguage(wanted, offered).code;

describe('the language of the interface', () => {
  it('is the first wanted one that is offered', () => {
    expect(best('en', 'zh-CN')).toBe('en');
    expect(best('vi-VN', 'en-US')).toBe('vi');
    expect(best('fr-FR', 'en-GB', 'zh-CN')).toBe('en');
  });

  it('is Chinese for every kind of Chinese', () => {
    expect(best('zh-HK', 'en')).toBe('zh-CN');
    expect(best('zh')).toBe('zh-CN');
    expect(best('ZH-cn')).toBe('zh-CN');
  });

  it('is English where nothing wanted is offered, Chinese where nothing is known', () => {
    expect(best('fr-FR')).toBe('en');
    expect(best()).toBe('zh-CN');
  });

  it('runs from right to left where people write so', () => {
    expect(directionOf('ar-EG')).toBe('rtl');
    expect(directionOf('ug-CN')).toBe('rtl');
    expect(directionOf('zh-CN')).toBe('ltr');
  });
});
