import { createInstance } from 'i18next';
import { expect, it } from 'vitest';
import { numbersByIntl } from './numbersByIntl.ts';

it.each([
  ['en', 1, 'one is here'],
  ['en', 1200, '1,200 are here'],
  ['es', 12000, '12.000 are here'],
  ['zh-CN', 1200, '1,200 are here'],
])(
  'in %s the number %i stands in a sentence as that language writes it',
  async (language, count, sentence) => {
    const spoken = createInstance();
    await spoken.use(numbersByIntl).init({
      lng: language,
      interpolation: { escapeValue: false, alwaysFormat: true },
      resources: {
        [language]: { translation: { lobby: { here_one: 'one is here', here_other: '{{count}} are here' } } },
      },
    });
    expect(spoken.t('lobby.here', { count })).toBe(sentence);
  },
);
