import { describe, expect, it } from 'vitest';
import { compareTexts, flatten, neededKeys, unusedKeys } from '../../../scripts/catalogues.ts';

const english = flatten({
  join: { title: 'Join', hello: 'Hello, {{name}}' },
  people: { here_one: '{{count}} person', here_other: '{{count}} people' },
  refusals: { full: 'Full', notNow: 'Not now' },
});

const spanish = {
  'join.title': 'Entrar',
  'join.hello': 'Hola, {{name}}',
  'people.here_other': '{{count}} personas',
  'refusals.full': 'Lleno',
  'refusals.notNow': 'Ahora no',
};

describe('the check of the catalogues', () => {
  it('finds a language in order that has the forms it needs', () => {
    const chinese = flatten({
      join: { title: '加入', hello: '您好，{{name}}' },
      people: { here_other: '{{count}} 人' },
      refusals: { full: '已满', notNow: '暂时不行' },
    });
    expect(compareTexts('zh-CN', chinese, english)).toEqual([]);
  });

  it('names what is missing, too much, empty, or filled differently', () => {
    const chinese = flatten({
      join: { title: ' ', hello: '您好，{{person}}', more: '更多' },
      people: { here_one: '{{count}} 人', here_other: '{{count}} 人' },
      refusals: { full: '已满' },
    });
    expect(compareTexts('zh-CN', chinese, english)).toEqual([
      'zh-CN lacks refusals.notNow',
      'zh-CN has join.more, English has not',
      'zh-CN has people.here_one, English has not',
      'zh-CN has an empty join.title',
      'zh-CN fills person into join.hello, English name',
    ]);
  });

  it('lets a number be said in words where it is the only one, and nowhere else', () => {
    const worded = { ...spanish, 'people.here_one': 'una persona', 'people.here_many': 'muchas' };
    expect(compareTexts('es', new Map(Object.entries(worded)), english)).toEqual([
      'es fills nothing into people.here_many, English count',
    ]);
  });

  it('asks of each language the forms in which it counts', () => {
    const forms = [...neededKeys('ar', english)].filter((key) => key.startsWith('people.'));
    expect(forms).toHaveLength(6);
  });

  it('finds keys that no source asks for', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source code to search in.
    const sources = ["t('join.title')", 't("people.here", { count })', 't(`refusals.${code}`)'];
    expect(unusedKeys(english, sources)).toEqual(['join.hello']);
    expect(unusedKeys(english, ["t('join.title')"])).toEqual([
      'join.hello',
      'people.here',
      'refusals.full',
      'refusals.notNow',
    ]);
  });
});
