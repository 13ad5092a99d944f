import type { Bilingual } from '#shared/basics.ts';

/** Content in the reader's language: Chinese for any Chinese, English for everybody else. */
export const inLanguage = (text: Bilingual, language: string): string =>
  /^zh\b/i.test(language) ? text.zh : text.en;
