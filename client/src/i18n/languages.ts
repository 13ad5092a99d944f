/** A language that the interface can speak. */
export type Language = {
  /** BCP 47, such as `zh-CN`. */
  readonly code: string;
  /** Its name in itself, so that a person finds it whatever the page speaks. */
  readonly name: string;
};

/** The languages that are complete and built in. The first is spoken where nothing else is known. */
export const builtInLanguages = [
  { code: 'zh-CN', name: '简体中文' },
  { code: 'en', name: 'English' },
] as const satisfies readonly Language[];

export type BuiltInCode = (typeof builtInLanguages)[number]['code'];

export const isBuiltIn = (code: string): code is BuiltInCode =>
  builtInLanguages.some((language) => language.code === code);

/** Languages written from right to left, by their first subtag. */
const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ks', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Intl.Locale could say this, but only from Chrome 130 on. */
export const directionOf = (code: string): 'ltr' | 'rtl' =>
  rightToLeft.has(firstSubtag(code)) ? 'rtl' : 'ltr';

const firstSubtag = (code: string): string => code.toLowerCase().split('-')[0] ?? '';

/**
 * The offered language that suits a person best.
 *
 * @param wanted what the person chose or the browser asks for, best first; `zh` and `zh-HK` are served
 *   by `zh-CN`, since any Chinese is closer to such a reader than English.
 * @param offered never empty
 */
export function bestLanguage(wanted: readonly string[], offered: readonly Language[]): Language {
  for (const code of wanted) {
    const exact = offered.find((language) => language.code.toLowerCase() === code.toLowerCase());
    const close = offered.find((language) => firstSubtag(language.code) === firstSubtag(code));
    const found = exact ?? close;
    if (found) return found;
  }
  // A visitor whose language nobody offers reads English more likely than Chinese.
  return (wanted.length > 0 && offered.find((language) => language.code === 'en')) || offered[0]!;
}
